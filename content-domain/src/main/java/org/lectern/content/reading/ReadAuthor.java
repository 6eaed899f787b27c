package org.lectern.content.reading;

/** Somebody whose name stands under an article. @param portrait address of a picture, and @param address of the author's page; each is empty if there is none */
public record ReadAuthor(String name, String portrait, String address) {
}
