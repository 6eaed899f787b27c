/** The handful of words that every feature knows and that know none: {@link org.lectern.content.Slug}, {@link org.lectern.content.Refusal}, {@link org.lectern.content.Actor}, {@link org.lectern.content.Texts}. */
package org.lectern.content;
