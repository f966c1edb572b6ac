"""Words with which English says who spoke: verbs of speech, titles, pronouns, and words that lend a voice."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PLAIN = _words("""
    said says told tells added adds wrote writes asked asks warned warns insisted insists argued argues
    tweeted tweets posted replied replies answered explained explains noted stressed stresses emphasised
    emphasized announced announces declared declares stated concluded concludes continued continues
    recalled recalls admitted admits acknowledged acknowledges conceded concedes confirmed suggested
    suggests observed joked quipped shouted yelled cried whispered muttered mused vowed vows pledged
    promised promises predicted predicts urged urges demanded maintained maintains contended contends
    asserted asserts alleged alleges claimed complained complains cautioned cautions countered retorted
    responded remarked commented reiterated repeated lamented boasted bragged testified opined reckons
    reckoned thundered fumed snapped thinks believes grins grinned sighs sighed laughs laughed smiles
    smiled jokes messaged texted emailed intoned offered ventured interjected exclaimed
""")
"""Forms of verbs of speech that govern a whole sentence of somebody's words."""

OF_JUDGEMENT = _words("""
    called calls described describes dubbed branded labelled labeled denounced denounces condemned condemns
    hailed hails praised praises blamed blames accused accuses criticised criticized slammed blasted
    decried cited quoted characterised characterized likened lauded spoke speaks counts counted estimated
""")
"""Forms of verbs that govern a few quoted words: `called it “horrifying”`."""

DENYING = _words("""
    denied denies rejected rejects dismissed dismisses disputed disputes refuted refutes rebuffed mocked
    ridiculed brushed shrugged challenged
""")
"""What follows them may be somebody else's words: `rejected the “lies”`."""

BARE = _words("say call tell describe insist warn argue ask admit")
"""Verbs that could be nouns, or stand after `to`."""

SPEAKERS_OF_BARE = _words("they we i you who people some many others")

ADVERBS = _words("later then also still again quietly once simply")

SUBORDINATORS = _words("after when while as although though since because if before once whereas unless")

QUOTING = _words("quoting citing echoing echoed paraphrasing")

READ = _words("read reads reading titled entitled headlined slogan slogans banner banners sign placard motto")
"""Right before marks, they say that the words stand written somewhere."""

FINITE = PLAIN | OF_JUDGEMENT | DENYING

PARTICIPLES = _words("""
    saying telling adding writing asking warning insisting arguing tweeting posting replying answering
    explaining noting stressing announcing declaring stating concluding recalling admitting acknowledging
    conceding suggesting joking shouting vowing pledging promising predicting urging demanding claiming
    complaining cautioning calling describing denouncing condemning hailing praising blaming accusing
    branding labelling
""")
"""Their subject is that of the verb before them."""

AUXILIARIES = _words("""
    has have had also later then again still once already reportedly repeatedly recently previously earlier
    subsequently publicly privately simply only just even bluntly flatly angrily quietly did does will
    would himself herself themselves itself themself now often always frequently famously further
    immediately sharply openly wryly firmly calmly dryly first today yesterday sunday monday tuesday
    wednesday thursday friday saturday both all however separately meanwhile instead never not
""")
"""Words that may stand between a subject and its verb."""

PASSIVE = _words("was were been being is are be am get got gets")
"""After them a verb of speech has the listener as its subject."""

CONJUNCTIONS = _words("""
    but and or while that because although though as when if after before since whether until unless so yet
    where than whereas nor once
""")

RELATIVES = _words("who whom whose which")

PREPOSITIONS = _words("""
    of for from in at with by to on against between about into under over near inside outside towards
    toward among within without via per like behind beyond around through throughout during despite
    including regarding concerning following upon across
""")

OPENERS = (
    PREPOSITIONS
    | CONJUNCTIONS
    | RELATIVES
    | _words("""
    speaking asked asking writing talking addressing appearing visiting quoted reached standing sitting
    however meanwhile yesterday today earlier later separately sunday monday tuesday wednesday thursday
    friday saturday formerly now then also too instead still again a an the his her its their our one whose
    himself herself both part best born aged last next this these those president chairman chairwoman chair
    chief head director minister leader spokesman spokeswoman spokesperson secretary governor mayor
    professor analyst researcher editor author founder co-founder general commander deputy vice former
    senior acting himself
""")
)
"""Words that begin what stands between commas beside a name: `, president of Y,`, `, speaking in Z,`."""

AFTER_NAME = (
    PREPOSITIONS
    | CONJUNCTIONS
    | RELATIVES
    | AUXILIARIES
    | _words("""
    speaking who in last this late next early via yesterday tonight afterwards
""")
)
"""Words that end a noun phrase behind a verb: `said Karl Oss on Monday`."""

HONORIFICS = _words("""
    mr mr. mrs mrs. ms ms. dr dr. sir dame lord lady prof prof. professor rev rev. gen gen. sen sen. rep
    rep. gov gov. col col. capt capt. lt lt. maj maj. sgt sgt. adm adm. st st. president minister premier
    chancellor king queen prince princess pope ayatollah sheikh sheik imam senator governor mayor
    ambassador secretary general admiral colonel captain major judge justice chairman chairwoman chair
    speaker spokesman spokeswoman spokesperson director chief commander commissioner councillor deputy
    leader congressman congresswoman congressperson baroness mp mep cllr messrs messrs. bishop archbishop
    cardinal analyst researcher economist lawyer engineer expert professor inspector superintendent officer
    foreign prime vice staff state lieutenant brigadier ex-president envoy adviser advisor coordinator
    editor author mediator negotiator
""")
"""Words that may stand right before a person's name and say no other name."""

MEN = _words("mr mr. sir lord king prince spokesman chairman congressman he his him himself man")
WOMEN = _words(
    "mrs mrs. ms ms. dame lady queen princess spokeswoman chairwoman congresswoman she her herself woman"
)

HE = frozenset(("he",))
SHE = frozenset(("she",))
THEY = _words("they it")

VOICES = _words("""
    spokesman spokeswoman spokesperson spokespeople spokesmen official officials statement source sources
    representative representatives diplomat diplomats aides aide communique press-release
""")
"""Who speaks for a body without a name: `a State Department spokesman`."""

LENT = _words("""
    read reads reading quoting quoted quotes cites citing echoing echoed echo repeating referring reference
    phrase phrases slogan slogans banner banners sign signs placard placards word words term terms motto
    chant known dubbed nicknamed titled entitled headlined called so-called named labelled labeled letter
    headline song book film report charge charges claim claims allegation allegations accusation
    accusations remark remarks comment comments suggestion suggestions assertion assertions threat threats
    promise promises demand demands description characterisation characterization told telling
""")
"""Words behind which marks may hold the words of somebody else than the subject."""

ABBREVIATIONS = _words("""
    jan feb mar apr jun jul aug sep sept oct nov dec no st vs etc inc ltd co corp jr sr mt ft mr mrs ms dr
    prof rev gen sen rep gov col capt lt maj sgt adm messrs hon eng brig cmdr supt insp
    det cpl pvt amb mme pres e.g i.e a.m p.m
""")
"""Words whose stop ends no sentence."""

EAST_ASIAN_SURNAMES = _words("""
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo xi wen jiang deng
    mao kim lee park choi jung jeong kang cho yoon jang lim han shin seo kwon hwang ahn song moon roh ban
    nguyen tran pham vo dang bui tsai chiang ong
""")
"""Surnames that stand first: `Xi Jinping` is `Mr. Xi`."""
