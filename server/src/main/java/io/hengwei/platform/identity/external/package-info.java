/// Who proves elsewhere who somebody is: directories (LDAP, Active Directory) that judge a password, and issuers
/// (OpenID Connect) that vouch for a person; which account is proved where, and which groups bring which roles. An
/// account itself comes from an application and from nothing else: nobody is let in because a directory knows him.
@NullMarked
package io.hengwei.platform.identity.external;

import org.jspecify.annotations.NullMarked;
