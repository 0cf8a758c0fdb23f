"""The search index: what readers may look for, made at build time and searched in their browser."""





