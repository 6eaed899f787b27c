/**
 * Pictures: which bytes may come in as media. A {@link org.lectern.content.media.Picture} is checked by its content, never by its name, and has lost
 * whatever tells where and by whom it was taken. May know the root package alone.
 */
package org.lectern.content.media;
