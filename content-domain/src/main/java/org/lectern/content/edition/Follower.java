package org.lectern.content.edition;

/**
 * Keeps something that is made from the database and must keep up with it. Every bean of this type is found and told by one thread, so that no two
 * calls overlap. A call reads what it needs by a connection of its own and must bear being made twice: whoever throws is told the same, and what
 * has come since, again. It holds up no other follower.
 */
public interface Follower {

    /** Its place in the row of followers, the lowest first. */
    int order();

    /** Takes in what changed. Whatever it throws is logged once, and it is told again. */
    void follow(Reached what) throws Exception;

    /** Makes all anew; what is made shows at least this state. Comes first after a start, and whenever the changes between cannot be known. */
    void rebuild(State state) throws Exception;
}
