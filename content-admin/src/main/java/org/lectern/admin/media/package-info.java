/** The library of pictures at the desk: list and upload, the page of one picture, its bytes for staff. Knows the frame and the manner of lists. */
package org.lectern.admin.media;
