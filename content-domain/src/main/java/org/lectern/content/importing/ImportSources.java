package org.lectern.content.importing;

import java.util.Optional;

import jakarta.data.repository.By;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Save;

@Repository(dataStore = "java:app/env/persistence/content")
interface ImportSources {

    @Insert
    ImportSource add(ImportSource source);

    @Save
    ImportSource save(ImportSource source);

    @Find
    Optional<ImportSource> named(@By("name") String name);
}
