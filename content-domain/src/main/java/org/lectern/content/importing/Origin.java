package org.lectern.content.importing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

import org.lectern.content.article.Article;

/** Where an imported article came from, and what the import left it like. By it the article is known again when its file comes a second time. */
@Entity
public class Origin {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "origin_ids")
    @SequenceGenerator(name = "origin_ids", sequenceName = "origin_ids", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String source;

    private String path;

    @Column(name = "article_id")
    private Long articleId;

    private String sha256;

    private int revision;

    private int mapping;

    protected Origin() {
    }

    Origin(String source, String path) {
        this.source = source;
        this.path = path;
    }

    void left(Article article, String contentHash) {
        articleId = article.id();
        revision = article.revision();
        sha256 = contentHash;
        mapping = SourceArticle.MAPPING;
    }
}
