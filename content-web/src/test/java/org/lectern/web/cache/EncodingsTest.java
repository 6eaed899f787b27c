package org.lectern.web.cache;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br", "br;q=1.0, GZIP ; q=0.001", "deflate,x-gzip", "*", "identity;q=0, *", "deflate,gzip;q=1"})
    void gzip_is_sent_to_whoever_takes_it(String accepted) {
        assertTrue(Encodings.takesGzip(accepted));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "identity", "br, zstd", "gzip;q=0", "gzip; q=0.000, *", "*;q=0", "gzipped", ",;,", "*,gzip;q=0"})
    void gzip_is_sent_to_nobody_else(String accepted) {
        assertFalse(Encodings.takesGzip(accepted));
    }
}
