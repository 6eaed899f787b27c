package org.lectern.content.media;

import java.io.Serializable;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A piece of a picture's bytes, at most {@value MediaStore#CHUNK} of them. Found by the hash of the whole, so that the same picture is kept once. */
@Entity
@Table(name = "media_chunk")
@IdClass(MediaChunk.Key.class)
public class MediaChunk {

    @Id
    private String sha256;

    @Id
    private int place;

    private byte[] bytes;

    protected MediaChunk() {
    }

    MediaChunk(String sha256, int place, byte[] bytes) {
        this.sha256 = sha256;
        this.place = place;
        this.bytes = bytes;
    }

    /** Hash and place. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        private String sha256;
        private int place;

        public Key() {
        }

        Key(String sha256, int place) {
            this.sha256 = sha256;
            this.place = place;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && Objects.equals(sha256, that.sha256) && place == that.place;
        }

        @Override
        public int hashCode() {
            return Objects.hash(sha256, place);
        }
    }
}
