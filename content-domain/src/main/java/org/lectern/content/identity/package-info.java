/** Who the site is, whatever its address: what others know it by must not change when it moves to another host. A leaf: knows no other feature. */
package org.lectern.content.identity;
