package org.lectern.content.media;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.data.repository.By;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Save;

@Repository(dataStore = "java:app/env/persistence/content")
public interface MediaItems {

    @Insert
    Media add(Media media);

    @Save
    Media save(Media media);

    @Find
    Optional<Media> from(@By("source") String source, @By("path") String path);

    /** {@code keys} is not empty. */
    @Query("select new org.lectern.content.media.MediaSize(m.key, m.width, m.height) from Media m where m.key in :keys")
    List<MediaSize> sizes(Collection<String> keys);

    /** {@code keys} is not empty. */
    @Query("select new org.lectern.content.media.MediaFile(m.key, m.sha256, m.name, m.type, m.bytes) from Media m where m.key in :keys")
    List<MediaFile> files(Collection<String> keys);

    /** The pictures whose bytes have a hash that begins so; several keys may share one. */
    @Query("select new org.lectern.content.media.MediaFile(m.key, m.sha256, m.name, m.type, m.bytes) from Media m where m.sha256 like :start order by m.id")
    List<MediaFile> byHash(String start);

    @Query("select count(c) from MediaChunk c where c.sha256 = :sha256")
    long chunks(String sha256);

    @Query("select c.bytes from MediaChunk c where c.sha256 = :sha256 and c.place = :place")
    Optional<byte[]> chunk(String sha256, int place);

    @Insert
    void add(MediaChunk chunk);

    @Query("select count(m) from Media m")
    long count();
}
