/**
 * Articles: their life from draft to published and withdrawn, their tags in order, their revisions, and the HTML that is made of them.
 * May know tag, media, markdown, author, redirect, audit, edition and address. A reader sees an article while it is published, due and not expired.
 */
package org.lectern.content.article;
