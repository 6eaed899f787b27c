/** The bytes of pictures, for readers: only of those that an article which they may see shows. */
package org.lectern.web.media;
