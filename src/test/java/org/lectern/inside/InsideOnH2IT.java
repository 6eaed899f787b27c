package org.lectern.inside;

import jakarta.inject.Inject;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class InsideOnH2IT implements GoingLive, Saving, Importing, Retagging, Moving, Storing, Releasing, Listing, Carding, Curation, Picturing, Deciding, SigningIn, AuditKeeping, WalkingAsEachRole {

    @Inject
    Lectern lectern;

    @Deployment
    @TargetsContainer("h2")
    static WebArchive war() {
        return Databases.war();
    }

    @Override
    public Lectern lectern() {
        return lectern;
    }
}
