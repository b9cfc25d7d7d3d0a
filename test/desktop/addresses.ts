/** Ways to ask for something outside the built page; every one must come to nothing. */
// prettier-ignore
export const HOSTILE_ADDRESSES: readonly string[] = [
  ...[
    '/../secret.txt', '/../../../../etc/passwd', '/assets/../../secret.txt', '/./../secret.txt',
    '/%2e%2e/secret.txt', '/%2e%2e%2fsecret.txt', '/..%2fsecret.txt', '/%2E%2E%2Fsecret.txt', '/assets/%2e%2e/%2e%2e/secret.txt',
    '/%252e%252e/secret.txt', '/%252e%252e%252fsecret.txt', '/%25252e%25252e%25252fsecret.txt', '/..%252fsecret.txt',
    '/..\\secret.txt', '/..%5csecret.txt', '/%2e%2e%5csecret.txt', '/..%255csecret.txt', '/assets\\..\\..\\secret.txt',
    '/index.html%00', '/index.html%00.js', '/%00', '/..%00/secret.txt', '/index.html%0a', '/index.html%0d%0a',
    '/C:/Windows/win.ini', '/C:%5cWindows%5cwin.ini', '/c%3a/secret.txt', '/C:secret.txt', '/index.html::$DATA', '/index.html:stream',
    '//server/share/secret.txt', '/%2f%2fserver/share/secret.txt', '/%5c%5cserver%5cshare%5csecret.txt', '/%5c%5c%3f%5cC:%5csecret.txt',
    '//etc/passwd', '/%2fetc/passwd', '/%2fetc%2fpasswd', '/...', '/assets/', '/assets', '/index.html/',
    '/.env', '/.git/config', '/assets/.hidden.js', '/%c0%ae%c0%ae/secret.txt', '/%e0%80%ae/secret.txt', '/%', '/%zz', '/%u002e%u002e/secret.txt',
    '/．．/secret.txt', '/‥/secret.txt', '/..;/secret.txt', '/index.html?x=1', '/secret.txt', '/ index.html', '/~root/x.js',
    '/CON', '/con.js', '/nul', '/index.html.', '/notes.txt', '/index.ts', '/index', '/INDEX.HTML%20',
    '/recordings/', '/recordings/../index.js', '/recordings/abc', `/recordings/${'A'.repeat(64)}`, `/recordings/${'a'.repeat(63)}`,
    `/recordings/${'a'.repeat(65)}`, `/recordings/${'a'.repeat(64)}/`, `/recordings/${'a'.repeat(64)}.wav`, `/recordings/%2e%2e/${'a'.repeat(64)}`,
    `/recordings/../${'a'.repeat(64)}`, `/x/recordings/${'a'.repeat(64)}`, `/${'a/'.repeat(5000)}x.js`, `/${'../'.repeat(5000)}secret.txt`,
  ].map((path) => `app://aftercall${path}`),
  'app://other/index.html', 'app://aftercall.evil/index.html', 'app://aftercall@evil/index.html',
  'app://evil@aftercall/index.html', 'app://user:pw@aftercall/index.html', 'app://aftercall:80/index.html',
  'app:///index.html', 'app:index.html', 'app:/index.html', 'app://AFTERCALL/index.html',
  'app://aftercall%2eevil/index.html', 'app://[::1]/index.html', 'file:///etc/passwd', 'file://aftercall/index.html',
  'https://aftercall/index.html', 'http://aftercall/', 'data:text/html,x', 'javascript:alert(1)', 'about:blank',
  'blob:app://aftercall/x', '', 'index.html', '//aftercall/index.html',
]

/** Only other ways to write the address of the page itself. */
const OTHER_WAYS = ['', '/', '/.', '/..', '/./', '/../../', '/?', '/#/x', '/index.html ', '/recordings/..']
export const SAME_AS_PAGE: readonly string[] = OTHER_WAYS.map((path) => `app://aftercall${path}`)
