/** Answers that are no pages: bytes with a type, and how XML is written for them. Knows no feature. */
package org.lectern.web.representation;
