/** The person at the desk: how readers see whoever writes. */
package org.lectern.admin.people;
