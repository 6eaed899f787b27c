package org.lectern.content.writing;

import java.util.Optional;

import org.lectern.content.media.PictureType;

/**
 * Which pictures the library shows.
 *
 * @param text part of the name or of the words for it, in any case; empty for all
 * @param unused only those that nothing shows
 * @param takenDown those that are taken down, in place of the others
 */
public record PictureFilter(String text, Optional<PictureType> type, boolean unused, boolean takenDown) {
}
