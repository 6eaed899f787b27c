package org.lectern.content.reading;

/** Somebody whose name stands under an article. @param portrait address of a picture; empty if there is none */
public record ReadAuthor(String name, String portrait) {
}
