/**
 * What readers see, as JSON for programs: {@code /api/v1/articles} and {@code /api/v1/tags}, without sign-in, session or cookie, described by {@code /api/v1/openapi.json}. It can only be read.
 *
 * <p>Lists go on from cursor to cursor. No answer allows other sites to read it from a browser (CORS): a site inside an organisation would be read through its people.
 */
package org.lectern.web.api;
