/**
 * Tests inside the server: the built WAR, with a clock that they move, on H2 and on PostgreSQL. They need what no page shows: transactions, collisions, the passing
 * of time. Each interface is a subject; {@link org.lectern.inside.InsideOnH2IT} and {@link org.lectern.inside.InsideOnPostgresqlIT} take them all, so that
 * there is one deployment for each database. A test brings its own articles under names of its own, and the clock only goes forward.
 */
package org.lectern.inside;
