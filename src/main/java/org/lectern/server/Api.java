package org.lectern.server;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The one JAX-RS application: what the modules offer to programs lies below {@code /api/v1}. */
@ApplicationPath("/api/v1")
public class Api extends Application {
}
