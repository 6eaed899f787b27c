/** The pages about tags: one tag's archive, and the index of all. */
package org.lectern.web.tag;
