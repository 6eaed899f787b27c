/** What surrounds every page of the desk: who is signed in, where the navigation leads, the words, the token of forms. Knows the domain and no page. */
package org.lectern.admin.frame;
