for k in jc nt; do cd /tmp/it/$k; rm -rf node_modules; mkdir -p node_modules; for m in /var/tmp/w/jest/node_modules/*; do ln -s $m node_modules/; done; mkdir -p node_modules/scf-fixtures; cp /var/tmp/w/jest/package.json node_modules/scf-fixtures; cp -r /var/tmp/w/jest/dist node_modules/scf-fixtures/dist; done
cd /tmp/it/jc; timeout 150 node node_modules/jest/bin/jest.js 2>&1 | tail -12; echo rc ${PIPESTATUS[0]}
cd /tmp/it/nt; timeout 150 node --test 2>&1 | tail -12; echo rc ${PIPESTATUS[0]}
