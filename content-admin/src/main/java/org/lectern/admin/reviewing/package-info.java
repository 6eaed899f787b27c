/** Pages between an author who hands in and an editor who accepts or gives back. */
package org.lectern.admin.reviewing;
