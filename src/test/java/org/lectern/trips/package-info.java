/**
 * What trips stand on: {@link org.lectern.trips.Server} runs the built WAR on Open Liberty with the repository's {@code server.xml} and a data folder of its
 * own, {@link org.lectern.trips.Site} asks it over HTTP, {@link org.lectern.trips.Browser} as a person would, {@link org.lectern.trips.Until} again where the server needs a moment. All trips share one server.
 */
package org.lectern.trips;
