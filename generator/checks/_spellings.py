"""Words that British and American English spell differently, in families so that the list can be read."""

from __future__ import annotations

from collections.abc import Mapping

_VERBS = (
    "antagon apolog author capital categor central character commercial critic custom digit disorgan dramat econom "
    "emphas energ equal familiar final formal general harmon ideal industrial initial item jeopard legal marginal "
    "material maxim memor minim mobil modern monet neutral normal optim organ patron penal personal polar popular "
    "priorit rational real recogn reorgan revital scrutin social special stabil standard summar symbol sympath "
    "synchron util verbal victim visual"
)
"""The letters before -ize or -ise."""

FAMILIES: tuple[tuple[str, str, str, str], ...] = (
    # American ending, British ending, the letters before it, the letters that may follow it
    (
        "or",
        "our",
        "arm behavi cand col demean endeav fav flav harb hon hum lab neighb od parl ranc rum sav savi splend tum val "
        "vap",
        "s ed ing er ers ful fully less able ably al ite ites hood hoods ly y",
    ),
    (
        "ize",
        "ise",
        _VERBS,
        "s d r rs",
    ),
    (
        "iz",
        "is",
        _VERBS,
        "ing able ation ations ational",
    ),
    ("yze", "yse", "anal catal paral", "d r rs"),
    ("yzing", "ysing", "anal catal paral", ""),
    ("ter", "tre", "cen epicen li lus thea", "s"),
    ("ber", "bre", "cali fi sa som", "s"),
    ("tered", "tred", "cen", ""),
    ("tering", "tring", "cen", ""),
    ("ense", "ence", "def off pret", "s"),
    ("eled", "elled", "canc chann couns fu lab lev mod pan quarr trav tunn unrav", ""),
    ("eling", "elling", "canc chann couns fu lab lev mod pan quarr trav tunn unrav", ""),
    ("eler", "eller", "jew lab lev mod trav", "s"),
    ("aled", "alled", "di equ initi riv sign tot", ""),
    ("aling", "alling", "di equ initi riv sign tot", ""),
    ("elor", "ellor", "couns", "s"),
    ("elous", "ellous", "marv", "ly"),
    ("ill", "il", "dist fulf inst", "s"),
    ("llment", "lment", "enro fulfi insta", "s"),
    ("llful", "lful", "ski wi", "ly"),
    ("gment", "gement", "acknowled jud", "s"),
    ("keptic", "ceptic", "s", "s al ally ism"),
    ("old", "ould", "m sm", "s ed ing er ering y"),
    ("ray", "rey", "g", "s ed ing er ish"),
    ("low", "lough", "p", "s ed ing"),
)

SINGLE: Mapping[str, str] = {
    "aging": "ageing",
    "airplane": "aeroplane",
    "airplanes": "aeroplanes",
    "aluminum": "aluminium",
    "artifact": "artefact",
    "artifacts": "artefacts",
    "catalog": "catalogue",
    "catalogs": "catalogues",
    "cozy": "cosy",
    "enroll": "enrol",
    "enrolls": "enrols",
    "jewelry": "jewellery",
    "maneuver": "manoeuvre",
    "maneuvers": "manoeuvres",
    "math": "maths",
    "meager": "meagre",
    "pajamas": "pyjamas",
    "program": "programme",
    "programs": "programmes",
    "specter": "spectre",
    "tidbit": "titbit",
    "tidbits": "titbits",
    "woolen": "woollen",
}
"""American to British."""

AMERICAN_ONLY: Mapping[str, str] = {
    "analog": "analogue",
    "analyzes": "analyses",
    "dialog": "dialogue",
    "dialogs": "dialogues",
    "gotten": "got",
}
"""American to British, where the British word is good American as well."""

BRITISH_ONLY: Mapping[str, str] = {
    "amongst": "among",
    "cheque": "check",
    "cheques": "checks",
    "learnt": "learned",
    "whilst": "while",
}
"""British to American, where the American word is good British as well."""
