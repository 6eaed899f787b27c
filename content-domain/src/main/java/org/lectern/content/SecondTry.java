package org.lectern.content;

import java.io.Serializable;
import java.sql.SQLException;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Repeats a {@link Racing} use case once, in a transaction of its own, after another one's row has met a constraint of the database. Stands outside of the transaction. */
@Racing
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)       // the transaction begins at 200
public class SecondTry implements Serializable {

    private static final long serialVersionUID = 1;

    /** How the codes of a violated constraint begin, as SQL:2016 has it (part 2, table 38). */
    private static final String CONSTRAINT = "23";

    @AroundInvoke
    Object call(InvocationContext useCase) throws Exception {
        try {
            return useCase.proceed();
        } catch (RuntimeException failed) {
            if (!hasMetAnother(failed)) {
                throw failed;
            }
            return useCase.proceed();
        }
    }

    private static boolean hasMetAnother(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().startsWith(CONSTRAINT)) {
                return true;
            }
        }
        return false;
    }
}
