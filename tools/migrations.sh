#!/usr/bin/env bash
# Makes migrations for both databases from the model.
# tools/migrations.sh add NAME   a migration for each engine, made together
# tools/migrations.sh again      before the first release only: makes the first migration anew from the whole model
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
dotnet tool restore >/dev/null
add() {
    for engine in Sqlite Postgres; do
        dotnet ef migrations add "$1" --project src/App --configuration Release --context "${engine}IndexDb" \
            --output-dir "Storage/Migrations/$engine" --namespace "ParIndex.App.Storage.Migrations.$engine"
        # A first snapshot is put into a folder made of the namespace.
        stray="src/App/ParIndex/App/Storage/Migrations/$engine/${engine}IndexDbModelSnapshot.cs"
        if [ -e "$stray" ]; then
            mv "$stray" "src/App/Storage/Migrations/$engine/"
            rm -r src/App/ParIndex
        fi
    done
}
case ${1:-} in
    add) add "$2" ;;
    again)
        rm -rf src/App/Storage/Migrations
        add First
        # One fixed time in the name, so that making it anew changes the content alone.
        for engine in Sqlite Postgres; do
            folder=src/App/Storage/Migrations/$engine
            old=$(basename "$(ls "$folder"/*_First.cs)" .cs)
            mv "$folder/$old.cs" "$folder/20261101000000_First.cs"
            mv "$folder/$old.Designer.cs" "$folder/20261101000000_First.Designer.cs"
            sed -i "s/$old/20261101000000_First/" "$folder/20261101000000_First.Designer.cs"
        done
        ;;
    *) sed -n '2,4s/^# //p' "$0"; exit 2 ;;
esac
