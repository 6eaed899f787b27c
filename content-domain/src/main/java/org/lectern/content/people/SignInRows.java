package org.lectern.content.people;

import java.time.Instant;
import java.util.Optional;

import jakarta.data.repository.By;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;

@Repository(dataStore = "java:app/env/persistence/content")
public interface SignInRows {

    /** @throws jakarta.data.exceptions.EntityExistsException or another failure of the transaction if two requests of one token come first at once */
    @Insert
    void add(SignIn signIn);

    @Find
    Optional<SignIn> find(@By("token") String token);

    /** The first request tells whose it is. @return 1, or 0 if another one has been the first */
    @Query("update SignIn s set s.account = :account, s.seenAt = :now where s.token = :token and s.account = '' and s.ended = false")
    long meet(String token, String account, Instant now);

    /** Writes down the last request; never wakes a sign-in that has ended meanwhile. */
    @Query("update SignIn s set s.seenAt = :now where s.token = :token and s.ended = false")
    void seen(String token, Instant now);

    /** Ends it for good. @return 1, or 0 if it has ended before */
    @Query("update SignIn s set s.ended = true where s.token = :token and s.ended = false")
    long end(String token);

    @Query("delete from SignIn s where s.beganAt < :before")
    void removeBefore(Instant before);
}
