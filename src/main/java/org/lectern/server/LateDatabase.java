package org.lectern.server;

import java.lang.System.Logger;
import java.lang.management.ManagementFactory;

import javax.management.JMException;
import javax.management.ObjectName;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.lectern.content.schema.DatabaseCame;

/**
 * Starts the application again when its database has come after it. The repositories that the server makes at the start of an application stay dead if the
 * database is away then, and only another start makes them anew.
 */
@ApplicationScoped
class LateDatabase {

    private static final Logger LOG = System.getLogger(LateDatabase.class.getName());

    @Resource(lookup = "java:app/AppName")
    String application;

    void on(@Observes DatabaseCame event) {
        LOG.log(Logger.Level.WARNING, "The database answers now; Lectern starts again.");
        var restart = new Thread(this::restart, "lectern-restart");       // the application's own threads end with it
        restart.setContextClassLoader(ClassLoader.getSystemClassLoader());       // and so does its class loader; this one knows the server's MBeans
        restart.start();
    }

    private void restart() {
        try {
            ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName("WebSphere:service=com.ibm.websphere.application.ApplicationMBean,name=" + application), "restart",
                    new Object[0], new String[0]);
        } catch (JMException fault) {
            LOG.log(Logger.Level.ERROR, "Lectern could not start itself again and stays closed: restart the server.", fault);
        }
    }
}
