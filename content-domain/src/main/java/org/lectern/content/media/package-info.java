/**
 * Pictures: which bytes may come in as media. A {@link org.lectern.content.media.Picture} is checked by its content, never by its name, and has lost
 * whatever tells where and by whom it was taken; readers are sent {@linkplain org.lectern.content.media.Renditions copies} of the right width. May know the root package, audit and
 * edition.
 */
package org.lectern.content.media;
