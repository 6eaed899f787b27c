/**
 * Tags. The slug is a tag's identity: same slug, same tag. It is shown in the spelling that most articles use until staff fix one; a slug that it had,
 * or another word for it, is an alias. A tag never knows which articles carry it: that is said by the article.
 */
package org.lectern.content.tag;
