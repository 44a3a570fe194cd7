#!/bin/sh
# Builds src/Web/wwwroot/lib (style sheet, pictures, typeface, licences) from the locked packages. Needs Node 20 or newer;
# nobody needs it to run the product, since the result is committed.
set -eu
cd "$(dirname "$0")/../src/Web/assets"
npm ci --no-audit --no-fund
node build.mjs
