"""The model of `site_config.yml`."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from generator.config.brand_settings import Colours, Fonts, Notice
from generator.kinds.declared import Declaration
from generator.kinds.scale import Scale
from generator.kinds.words import KindWords
from generator.language.tags import TAG
from generator.media.videos import VideoHost
from generator.model.entry import Part
from generator.model.values import Configured, Id, Text, Whole, Written, YesNo

_LETTER = r"[^\s\"'<>\\^`{|}]"
"""A character of an address."""

EDIT_URL = rf"^https?://{_LETTER}+\{{file\}}({_LETTER}|\{{line\}})*$"

# The policy of pages names the host, so it holds no letter that ends a part of a policy.
VIDEO_URL = rf"^https://[A-Za-z0-9.-]+(:[0-9]{{1,5}})?/({_LETTER})*\{{id\}}({_LETTER})*$"

# nginx takes a `$` for the beginning of a variable, also in quotes.
SITE_URL = r"^https?://[^\s?#$\"'<>\\^`{|}]+/$"


THEME = "playbook"
"""The default theme."""


LONGEST_ADDRESS = 1000
"""The maximum number of characters of an address, which every page repeats."""


def _leads_to_a_host(address: str) -> str:
    """The address, if programs can tell its host and its port."""
    try:
        parts = urlsplit(address.replace("{file}", "f").replace("{line}", "1").replace("{id}", "1"))
        sound = bool(parts.hostname and _HOST.fullmatch(parts.hostname)) and parts.port != 0
    except ValueError:  # brackets in the host, or a port that is none
        sound = False
    if not sound:
        raise PydanticCustomError("string_pattern_mismatch", "leads to no host", {"pattern": _HOST.pattern})
    return address


_HOST = re.compile(r"[^\W_]([\w-]*[^\W_])?(\.[^\W_]([\w-]*[^\W_])?)*\.?|[0-9a-f.]*+:[0-9a-f.:]*+")
"""A name such as `example.org`, or numbers, as in `127.0.0.1` and `::1`."""


def _address(pattern: str) -> tuple[object, object]:
    return Field(pattern=pattern, max_length=LONGEST_ADDRESS), AfterValidator(_leads_to_a_host)


Address = Annotated[Text, *_address(SITE_URL)]
"""The whole address of a site, with a slash at the end."""


MAILBOX = r"^[A-Za-z0-9](?:[A-Za-z0-9.+_-]{0,62}[A-Za-z0-9])?@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}$"
"""An address of email, of letters that need no escape in a link."""


def _rule_by_rule(value: object) -> object:
    """What stands under `checks`, unless it is one word for all rules."""
    if isinstance(value, str) and value:
        each = "write each rule on a line of its own below it, indented by two spaces, as in `too-few-links: off`"
        hint = f"delete it, or {each}; `playbook explain` lists the rules"
        raise PydanticCustomError("form", "cannot be set for all rules at once", {"hint": hint})
    return value


class NavSection(Part):
    """A group of the navigation."""

    title: Text
    """Its heading."""
    about: Text = ""
    """What its kinds are for, in a sentence, as the home page says it."""
    kinds: tuple[Annotated[Text, Configured("kinds")], ...]
    """The kinds in it, by the names of their folders, such as `belief-pairs`."""


class Home(Part):
    """What the home page says."""

    lead: Text
    """A sentence or two under the name of the playbook."""
    moments: Text | None = None
    """The heading over the moments, if not that of the language."""
    kinds: Text | None = None
    """The heading over the kinds, if not that of the language."""


class Owner(Part):
    """Somebody who looks after entries: a person, a role or a team."""

    name: Text
    """What the owner is called."""
    email: Annotated[Text, Field(pattern=MAILBOX, max_length=200)] = ""
    """The address of email to which readers write about an entry."""


class Status(Part):
    """How far an entry is, in the words of the playbook."""

    label: Text
    """What it is called, such as `Tried`."""
    about: Text = ""
    """What it means, in one sentence."""
    icon: Text = ""
    """Its sign: the name of a file in the folder `icons` of the theme, such as `check`."""
    accent: Text = ""
    """Its colour: an accent of the theme, such as `teal`."""
    shown: YesNo = True
    """Whether readers see it. With `false`, it is for `playbook list` alone."""


class VideoAddresses(Part):
    """The addresses of the videos of a site, with `{id}` in place of what tells one from another."""

    link: Annotated[Text, *_address(VIDEO_URL)]
    """The address of a video as people copy it, such as `https://videos.example/watch?v={id}`."""
    frame: Annotated[Text, *_address(VIDEO_URL)]
    """The address of the video alone, to be shown within a page, such as `https://player.videos.example/embed/{id}`."""


class SiteOfMany(Part):
    """One of several sites that are made of one content: which entries it has, and what it is called.

    An entry is on it if it fits all that the site asks for. What is left out is as in the rest of the configuration.
    """

    url: Address
    """The address it is published at, with a slash at the end."""
    name: Text | None = None
    """The name of the site."""
    tagline: Text | None = None
    """What it is, in one sentence, for search engines, feeds and the cover of the book."""
    lead: Text | None = None
    """The sentence or two under its name on the home page."""
    feedback: Annotated[Text, Field(pattern=MAILBOX, max_length=200)] | None = None
    """The address of email to which its readers write whether an entry helped."""
    footer: Text | None = None
    """A line at the foot of every page and of every sheet."""
    notice: Notice | None = None
    """A line on every page and every sheet that says who may read it."""
    kinds: tuple[Annotated[Text, Configured("kinds")], ...] = ()
    """The kinds it has, by the names of their folders, such as `belief-pairs`; without the field, all."""
    audience: tuple[Text, ...] = ()
    """The audiences it is for, by their ids: entries for others are not on it. Those for nobody in particular are."""
    keywords: tuple[Text, ...] = ()
    """Entries with one of these `keywords` are on it."""
    statuses: tuple[Id, ...] = ()
    """Entries with one of these statuses are on it."""
    entries: tuple[Text, ...] = ()
    """The ids of entries that it has whatever else it asks for; if it asks for nothing else, it has these alone."""
    without: tuple[Text, ...] = ()
    """The ids of entries that it does not have."""
    editorial: YesNo = True
    """Whether it shows what is for those who keep the playbook: links for editing, who looks after entries, their
    reviews and their last changes. With `false`, it does not."""
    pages: tuple[Id, ...] | None = None
    """The pages written by hand that it has, by the names of their files without `.md`; without the field, all."""

    @property
    def asks(self) -> bool:
        """Whether it asks for something besides certain entries."""
        return bool(self.kinds or self.audience or self.keywords or self.statuses)


class SiteConfig(Part):
    """What `site_config.yml` may say."""

    name: Text
    """The name of the playbook."""
    tagline: Text
    """What it is, in one sentence, for search engines, feeds and the cover of the book."""
    url: Address
    """The address it is published at, with a slash at the end."""
    edit_url: Annotated[Text, *_address(EDIT_URL)] = ""
    """The address of a file in the repository that the playbook is kept in, with `{file}` and perhaps `{line}` in it,
    such as `https://git.example/team/playbook/blob/main/{file}#L{line}`"""
    feedback: Annotated[Text, Field(pattern=MAILBOX, max_length=200)] = ""
    """The address of email to which readers write whether an entry helped, such as `playbook@example.org`. Entries ask
    for that only if it is there; a click prepares the email, and nothing is sent by itself."""
    language: Annotated[Text, Field(pattern=TAG)] = "en"
    """The language of the content and of the words around it, as in `en-GB`, `zh-Hant` or `es-419`."""
    theme: Text = THEME
    """The theme that gives it its look: one that came with the generator, or a folder under `themes/`."""
    content: Text = "content"
    """The folder of the entries, seen from the configuration."""
    offline: bool = True
    """Whether readers can install the site, and read it without a network. With `false`, browsers that have kept it
    remove it when they next come."""
    footer: Text = ""
    """A line at the foot of every page and of every sheet."""
    notice: Notice = ""
    """A line on every page and every sheet that says who may read it, such as `Confidential. For staff only.`"""
    logo: Text = ""
    """A picture before the name at the top of every page, on sheets and on covers, such as `files/logo.svg`."""
    logo_on_dark: Text = ""
    """The same for dark backgrounds, where `logo` would not be seen."""
    videos: dict[Text, VideoAddresses] = Field(default_factory=dict)
    """The sites whose videos pages may show, by the names that readers see."""
    favicon: Text = ""
    """The sign of the playbook in tabs, in bookmarks and as an installed app: an SVG or PNG, such as `files/sign.svg`;
    without it, that of the theme."""
    colours: Colours = Field(default_factory=Colours)
    """The colours of the playbook in place of the theme's."""
    fonts: Fonts = Field(default_factory=Fonts)
    """The typefaces of the playbook in place of the theme's."""
    home: Home
    """What the home page says."""
    nav: tuple[NavSection, ...]
    """The navigation, in groups."""
    synonyms: tuple[Annotated[tuple[Text, ...], Field(min_length=2)], ...] = ()
    """Groups of words that readers use for one another when they search, such as `[client, customer, account]`."""
    asked_as: dict[Id, tuple[Text, ...]] = Field(default_factory=dict)
    """What readers type who look for a page written by hand, by the name of its file without `.md`, such as
    `how-to-use: [help, where do I begin]`. Entries have it in their own field `asked_as`."""
    avoided_words: dict[str, Text] = Field(default_factory=dict)
    """Words the playbook does not use, each with what to write instead."""
    variables: dict[str, Text] = Field(default_factory=dict)
    """Plain texts on one line by their names, such as `company: Example Ltd`. `{company}` in a text stands for it."""
    checks: Annotated[dict[str, Written], BeforeValidator(_rule_by_rule)] = Field(default_factory=dict)
    """How the editorial rules apply here: by the name of a rule `error`, `warning` or `off`, or `severity` and the
    rule's own numbers. `playbook explain` lists them."""
    owners: dict[Id, Owner] = Field(default_factory=dict)
    """Those who look after entries, by the name that entries have under `owner`."""
    statuses: dict[Id, Status] = Field(default_factory=dict)
    """How far entries can be, by the name that entries have under `status`."""
    review_months: dict[str, Annotated[Whole, Field(ge=1, le=120)]] = Field(default_factory=dict)
    """After how many months the entries of a kind are looked at again, by the name of its folder, as in `tells: 6`."""
    last_changed: YesNo = False
    """Whether entries say when their text last changed, as git knows it."""
    sites: dict[Id, SiteOfMany] = Field(default_factory=dict)
    """Several sites from this content, by their names, such as `partners`. `playbook build` then makes all of them."""
    kinds: dict[str, Declaration] = Field(default_factory=dict)
    """Kinds of entries besides the built-in ones, by their names, such as `ritual`."""
    words: dict[str, KindWords] = Field(default_factory=dict)
    """What the built-in kinds are called here, by the names of their folders, such as `lessons`."""
    scales: dict[str, Scale] = Field(default_factory=dict)
    """The scales that assessments are answered on, by the names under which assessments share them. They may
    also stand in `scales.yml` in the folder of the content, without `scales:`."""

    @property
    def video_hosts(self) -> tuple[VideoHost, ...]:
        """The sites whose videos pages may show."""
        return tuple(VideoHost(name, found.link, found.frame) for name, found in self.videos.items())
