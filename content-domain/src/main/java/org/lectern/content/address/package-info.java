/** Every address of the site is made and read here: strings only, no screen. Relative ones begin at the context root, absolute ones at the setting {@code LECTERN_URL}, never at a request's {@code Host}. */
package org.lectern.content.address;
