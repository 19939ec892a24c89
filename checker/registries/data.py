"""The registries, as data: how their numbers are formed and written, where their records stand, and examples.

The forms were confirmed on several thousand real numbers from public research data sets, where the registries document
none. Every example here is run as a test.
"""

from typing import NamedTuple

GAP = r"[\s/_.\-]{0,2}"
"""What people put between the parts of a number; dashes of all kinds are read as hyphens."""

REBEC = "2-9bcdfghjkmnpqrstvwxyz"
"""The letters and digits that ReBEC uses: no vowels, no l, no 0 or 1, so that nothing can be misread."""


class Form(NamedTuple):
    """One form of a registry's numbers: the pattern of what follows the prefix, and the canonical number made of it.

    Patterns ignore case, and `template` is filled with their groups, in upper case unless `lower`.
    """

    pattern: str
    template: str
    lower: bool = False


class Registry(NamedTuple):
    """One registry.

    `heads` are the prefixes of its numbers in lower case, `exact` where only the canonical spelling is safe to be taken
    for one. `digits` says how many digits (fewest, most) look like an attempt at one of its numbers; `attempt` is what
    such an attempt looks like after its prefix, for numbers that are not plain digits. `plain` is the pattern of
    spellings that need no correction, besides the canonical one. `misspelt` are misprints of the prefix that cannot be
    derived from it. `shape` completes "Numbers of this registry are …". `names` are what it is called in prose, in
    lower case, and `also` the registries whose numbers may be given under these names. `url` and `ictrp` lead to a
    record. `closed` names the registry that has taken over from one that is closed.

    `examples` maps spellings to canonical numbers; `malformed` are attempts that fail; `others` look similar and are
    no registrations.
    """

    key: str
    name: str
    heads: tuple[str, ...]
    forms: tuple[Form, ...]
    shape: str
    names: tuple[str, ...]
    examples: dict[str, str]
    malformed: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    digits: tuple[int, int] = (0, 0)
    attempt: str = ""
    plain: str = ""
    exact: bool = False
    misspelt: tuple[str, ...] = ()
    url: str = ""
    ictrp: str = "{}"
    closed: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


ICTRP_URL = "https://trialsearch.who.int/Trial2.aspx?TrialID="

REGISTRIES: tuple[Registry, ...] = (
    Registry(
        key="nct",
        name="ClinicalTrials.gov",
        heads=("nct",),
        forms=(Form(r"(0[0-9]{7})", "NCT{}"),),
        shape="NCT and eight digits, the first of them 0",
        names=("clinicaltrials.gov", "clinical trials.gov", "clinicaltrial.gov", "nct"),
        digits=(5, 11),
        misspelt=(
            *("ntc", "cnt", "tcn", "tnc", "ctn", "nnct", "ncct", "nctt", "ntct", "nctn"),
            *("mct", "bct", "nvt", "nxt", "ncr", "ncy", "ncf", "nc", "nt", "ct"),
        ),
        url="https://clinicaltrials.gov/study/{}",
        examples={
            "NCT00962923": "NCT00962923",
            "(NCT02213705).": "NCT02213705",
            "NCT 00902941": "NCT00902941",
            "NCT#00379470": "NCT00379470",
            "NCT: 00379470": "NCT00379470",
            "NCT-00379470": "NCT00379470",
            "NCT No. 00379470": "NCT00379470",
            "NCT number 00379470": "NCT00379470",
            "nCt01208194": "NCT01208194",
            "Nct02529358": "NCT02529358",
            "NCT\u00a002529358": "NCT02529358",
            "NCT\u201302529358": "NCT02529358",
            "NCT0252\u200b9358": "NCT02529358",
            "NCT02\u00ad529358": "NCT02529358",
            "NCT 0252 9358": "NCT02529358",
            "\uff2e\uff23\uff340\uff12529358": "NCT02529358",
            "NCT02213705a": "NCT02213705",
            "NCT00000410": "NCT00000410",
        },
        malformed=(
            "NCT2213705",
            "NCT002213705",
            "NCT022137050",
            "NCTO2213705",
            "NCT0221370S",
            "NCT0l208194",
            "NTC02213705",
            "NNCT02213705",
            "NCT12213705",
            "NCT 2213705",
            "NCT0221375)",
        ),
        others=(
            "xNCT02213705",
            "NCT trials",
            "NCT 2019",
            "NCT02213705abc",
            "DNCT02213705",
            "NCT-101 in 2019",
            "CT 01234567 scanner",
            "NCT0" + "1" * 40,
        ),
    ),
    Registry(
        key="isrctn",
        name="ISRCTN",
        heads=("isrctn",),
        forms=(Form(r"([0-9]{8})", "ISRCTN{}"),),
        shape="ISRCTN and eight digits, without a space",
        names=("isrctn",),
        digits=(6, 10),
        url="https://www.isrctn.com/{}",
        examples={
            "ISRCTN58204417": "ISRCTN58204417",
            "ISRCTN 58204417": "ISRCTN58204417",
            "isrctn58204417": "ISRCTN58204417",
            "ISRCTN: 58204417": "ISRCTN58204417",
            "ISRCTN registry number 58204417": "ISRCTN58204417",
        },
        malformed=("ISCRTN06180958", "ISRTCN06180958", "IRSCTN06180958", "ISRCTN5820441", "ISRCTN582044171"),
        others=("ISRCTN", "the ISRCTN registry in 2019", "ISRCTN 25000 trials"),
    ),
    Registry(
        key="anzctr",
        name="ANZCTR",
        heads=("actrn", "anzctr"),
        forms=(Form(r"0?(126[0-9]{11}p?)", "ACTRN{}"),),
        shape="ACTRN and fourteen digits, the first of them 126",
        names=(
            "anzctr",
            "actrn",
            "australian new zealand clinical trials registry",
            "australian and new zealand clinical trials registry",
        ),
        digits=(11, 16),
        url="https://www.anzctr.org.au/{}.aspx",
        examples={
            "ACTRN12620000869976": "ACTRN12620000869976",
            "ACTRN12623000781640": "ACTRN12623000781640",
            "ACTRN12605000123640p": "ACTRN12605000123640p",
            "ACTRN 12620000869976": "ACTRN12620000869976",
            "ACTRN 12620 000 869 976": "ACTRN12620000869976",
            "ANZCTR12620000869976": "ACTRN12620000869976",
        },
        malformed=("ACTRN1262000086997", "ACTRN126200008699761", "ACTNR12620000869976"),
        others=("ANZCTR 2019",),
    ),
    Registry(
        key="ctis",
        name="CTIS",
        heads=("ctis",),
        forms=(),
        shape="a year, a six-digit number that begins with 5, and two digits",
        names=("ctis", "clinical trials information system", "eu clinical trials register"),
        url="https://euclinicaltrials.eu/ctis-public/view/{}",
        ictrp="CTIS{}",
        also=("eudract",),
        examples={
            "2022-501883-26-00": "2022-501883-26-00",
            "2022-501883-26": "2022-501883-26-00",
            "2022-501883-26-01": "2022-501883-26-00",
            "CTIS2022-501883-26-00": "2022-501883-26-00",
            "EU CT 2022-501883-26-00": "2022-501883-26-00",
        },
        others=("2022-501883", "1-2022-501883-26"),
    ),
    Registry(
        key="eudract",
        name="EudraCT",
        heads=("eudract", "eudra-ct", "eduract", "euctr"),
        forms=(),
        shape="a year from 2004 to 2023, a six-digit number that begins with 0, and two digits",
        names=("eudract", "eudra-ct", "euctr", "eu clinical trials register"),
        attempt=r"[0-9oO]{3,5}[\s/_.\-]?[0-9oO]{4,7}(?:[\s/_.\-]?[0-9oO]{1,3}){0,2}",
        digits=(9, 14),
        url="https://www.clinicaltrialsregister.eu/ctr-search/search?query={}",
        ictrp="EUCTR{}",
        examples={
            "2017-003921-34": "2017-003921-34",
            "EudraCT 2017-003921-34": "2017-003921-34",
            "EudraCT number: 2017-003921-34": "2017-003921-34",
            "2015\u2013000168\u201332": "2015-000168-32",
            "EUCTR2017-003921-34-DE": "2017-003921-34",
            "2017-003921-34-3RD": "2017-003921-34",
            "EudraCT 2017 003921 34": "2017-003921-34",
        },
        malformed=(
            "EudraCT 2015-00168-32",
            "EudraCT 2024-000123-05",
            "EudraCT 2015-0001687-32",
            "EudraCT 2015-123456-32",
        ),
        others=("2015-00168-32", "2018-11-02", "EudraCT", "EudraCT 2004", "tel. 2015-123456-32", "EudraCT in 2015-16"),
    ),
    Registry(
        key="chictr",
        name="ChiCTR",
        heads=("chictr",),
        forms=(
            Form(r"([0-9]{10})", "ChiCTR{}"),
            Form(rf"([a-z]{{2,6}}){GAP}([0-9]{{8}})", "ChiCTR-{}-{}"),
        ),
        shape="ChiCTR and ten digits, or in older ones ChiCTR, some letters and eight digits between hyphens",
        names=(
            "chictr",
            "chinese clinical trial registry",
            "chinese clinical trial register",
            "chinese clinical trials registry",
        ),
        digits=(7, 12),
        attempt=r"(?:[a-z]{2,6}[\s/_.\-]?)?[0-9oOlI]{6,12}",
        also=("itmctr",),
        examples={
            "ChiCTR2100048812": "ChiCTR2100048812",
            "CHICTR2100048812": "ChiCTR2100048812",
            "chictr2000029308": "ChiCTR2000029308",
            "ChiCTR-2000029308": "ChiCTR2000029308",
            "ChiCTR-IPR-15006493": "ChiCTR-IPR-15006493",
            "ChiCTR-TTRCC-13003333": "ChiCTR-TTRCC-13003333",
            "ChiCTR-IPR15006493": "ChiCTR-IPR-15006493",
        },
        malformed=("ChiCTR21O0048812", "ChiCTR210004881", "ChiCTR21000488122", "ChiCTR-IPR-1500649"),
        others=("ChiCTR 2019", "ChiCTR"),
    ),
    Registry(
        key="itmctr",
        name="ITMCTR",
        heads=("itmctr", "amctr"),
        forms=(Form(r"([0-9]{10})", "ITMCTR{}"), Form(rf"([a-z]{{3}}){GAP}([0-9]{{8}})", "AMCTR-{}-{}")),
        shape="ITMCTR and ten digits, or AMCTR, three letters and eight digits between hyphens",
        names=("itmctr",),
        digits=(8, 12),
        examples={"ITMCTR2022000012": "ITMCTR2022000012", "AMCTR-IPC-18000123": "AMCTR-IPC-18000123"},
        malformed=("ITMCTR202200001",),
    ),
    Registry(
        key="ctri",
        name="CTRI",
        heads=("ctri",),
        forms=(Form(rf"(20[0-9]{{2}}){GAP}([0-9]{{2,3}}){GAP}([0-9]{{6}})", "CTRI/{}/{}/{}"),),
        shape="CTRI, a year, a month and six digits between slashes",
        names=(
            "ctri",
            "clinical trials registry – india",
            "clinical trials registry-india",
            "clinical trials registry of india",
        ),
        attempt=r"[0-9oO]{3,5}/[0-9oO]{1,4}/[0-9oO]{3,8}|20[0-9]{2}/[0-9]{5,8}",
        digits=(9, 14),
        examples={
            "CTRI/2021/08/035892": "CTRI/2021/08/035892",
            "CTRI-2021-08-035892": "CTRI/2021/08/035892",
            "CTRI2021/08/035892": "CTRI/2021/08/035892",
            "CTRI: 2021/08/035892": "CTRI/2021/08/035892",
            "CTRI/2009/091/000123": "CTRI/2009/091/000123",
        },
        malformed=("CTRI/2021/08/03589", "CTRI/2021/8/035892", "CTRI/2021/035892"),
        others=("CTRI REF/2021/08/035892", "CTRI 2021", "CTRI"),
    ),
    Registry(
        key="drks",
        name="DRKS",
        heads=("drks",),
        forms=(Form(r"([0-9]{8})", "DRKS{}"),),
        shape="DRKS and eight digits",
        names=("drks", "german clinical trials register", "deutsches register klinischer studien"),
        digits=(6, 10),
        url="https://drks.de/search/en/trial/{}",
        examples={
            "DRKS00023917": "DRKS00023917",
            "DRKS-00023917": "DRKS00023917",
            "DRKS-ID: DRKS00023917": "DRKS00023917",
        },
        malformed=("DRKS0023917", "DRKS000239170", "DRSK00023917"),
        others=("DRKS", "DRKS 2020"),
    ),
    Registry(
        key="irct",
        name="IRCT",
        heads=("irct",),
        forms=(Form(r"([0-9]{11,14}) ?n ?([0-9]{1,3})", "IRCT{}N{}"),),
        shape="IRCT, a date of eight digits, the registrant's number, N and the number of the trial",
        names=("irct", "iranian registry of clinical trials"),
        digits=(9, 17),
        attempt=r"[0-9]{9,17}(?:n[0-9]{1,4})?",
        examples={
            "IRCT20190714044218N2": "IRCT20190714044218N2",
            "IRCT201009154553N2": "IRCT201009154553N2",
            "IRCT138807242493N3": "IRCT138807242493N3",
            "irct20190714044218n2": "IRCT20190714044218N2",
        },
        malformed=("IRCT20190714044218", "IRCT201907140442189N2"),
        others=("IRCT 2019",),
    ),
    Registry(
        key="jrct",
        name="jRCT",
        heads=("jrct", "jprn-jrct"),
        forms=(Form(r"([0-9]{10})", "jRCT{}", lower=True), Form(r"([a-z][0-9]{9})", "jRCT{}", lower=True)),
        shape="jRCT and ten digits, or jRCT, a small letter and nine digits",
        names=("jrct", "japan registry of clinical trials"),
        digits=(8, 12),
        attempt=r"[a-z]?[0-9oOlI]{8,12}",
        plain=r"JPRN-jRCT[a-z0-9]{10}",
        url="https://jrct.mhlw.go.jp/latest-detail/{}",
        ictrp="JPRN-{}",
        also=("umin", "japic", "jmacct"),
        examples={
            "jRCT2031210417": "jRCT2031210417",
            "jRCTs031200288": "jRCTs031200288",
            "JRCTs031200288": "jRCTs031200288",
            "JPRN-jRCTs031200288": "jRCTs031200288",
        },
        malformed=("jRCTsO31200288", "jRCT203121041", "jRCTs03120028", "jRCTs0312002881"),
        others=("jRCT 2019",),
    ),
    Registry(
        key="umin",
        name="UMIN-CTR",
        heads=("umin", "umin-ctr", "jprn-umin", "umin-id", "jprn"),
        forms=(Form(r"(0000[0-9]{5})", "UMIN{}"), Form(r"(c0000[0-9]{5})", "{}")),
        shape="UMIN and nine digits, the first four of them 0",
        names=("umin", "umin-ctr", "umin ctr"),
        digits=(6, 11),
        plain=r"JPRN-UMIN[0-9]{9}|(?:JPRN-|UMIN(?:-CTR)? ?)C[0-9]{9}",
        ictrp="JPRN-{}",
        examples={
            "UMIN000041926": "UMIN000041926",
            "UMIN 000041926": "UMIN000041926",
            "UMIN-CTR: UMIN000041926": "UMIN000041926",
            "UMIN-CTR 000041926": "UMIN000041926",
            "JPRN-UMIN000041926": "UMIN000041926",
            "UMIN ID 000041926": "UMIN000041926",
            "UMIN-CTR C000000123": "C000000123",
            "JPRN-C000000123": "C000000123",
        },
        malformed=("UMIN00041926", "UMIN0000419266", "UMN000041926"),
        others=("UMIN R000012345", "UMIN 2019", "C0000729", "MeSH C000024352"),
    ),
    Registry(
        key="japic",
        name="JapicCTI",
        heads=("japiccti", "japic-cti", "jprn-japiccti"),
        forms=(Form(r"([0-9]{6})", "JapicCTI-{}"), Form(r"(r[0-9]{6})", "JapicCTI-{}")),
        shape="JapicCTI, a hyphen and six digits",
        names=("japiccti", "japic cti", "japic-cti"),
        digits=(5, 8),
        plain=r"JPRN-JapicCTI-R?[0-9]{6}",
        closed=("jrct",),
        ictrp="JPRN-{}",
        examples={
            "JapicCTI-101234": "JapicCTI-101234",
            "JapicCTI 101234": "JapicCTI-101234",
            "Japic CTI-101234": "JapicCTI-101234",
            "JapicCTI-R170012": "JapicCTI-R170012",
        },
        malformed=("JapicCTI-10123",),
    ),
    Registry(
        key="jmacct",
        name="JMACCT",
        heads=("jma-iia", "jmaiia", "jprn-jma-iia"),
        forms=(Form(r"(00[0-9]{3})", "JMA-IIA{}"),),
        shape="JMA-IIA and five digits, the first two of them 0",
        names=("jmacct",),
        digits=(4, 7),
        plain=r"JPRN-JMA-IIA[0-9]{5}",
        closed=("jrct",),
        ictrp="JPRN-{}",
        examples={"JMA-IIA00123": "JMA-IIA00123", "JMA-IIA 00123": "JMA-IIA00123"},
        malformed=("JMA-IIA0123",),
    ),
    Registry(
        key="cris",
        name="CRIS",
        heads=("kct",),
        forms=(Form(r"(00[0-9]{5})", "KCT{}"),),
        shape="KCT and seven digits, the first two of them 0",
        names=("cris", "clinical research information service", "kct"),
        digits=(6, 9),
        examples={"KCT0006914": "KCT0006914", "KCT 0006914": "KCT0006914", "kct0006914": "KCT0006914"},
        malformed=("KCT006914", "KCT00069141"),
        others=("KCT-101", "KCT 2019"),
    ),
    Registry(
        key="lbctr",
        name="LBCTR",
        heads=("lbctr",),
        forms=(Form(r"(20[0-9]{8})", "LBCTR{}"),),
        shape="LBCTR, a year, a month and four digits",
        names=("lbctr", "lebanon clinical trials registry"),
        digits=(8, 12),
        examples={"LBCTR2019070214": "LBCTR2019070214"},
        malformed=("LBCTR201907021",),
    ),
    Registry(
        key="nlomon",
        name="the Dutch register (onderzoekmetmensen.nl)",
        heads=("nl-omon",),
        forms=(Form(r"([0-9]{4,5})", "NL-OMON{}"),),
        shape="NL-OMON and four or five digits",
        names=("netherlands trial register", "dutch trial register", "netherlands trial registry", "nl-omon"),
        digits=(4, 6),
        url="https://onderzoekmetmensen.nl/en/trial/{}",
        also=("ntr",),
        examples={"NL-OMON20512": "NL-OMON20512", "NL-OMON 20512": "NL-OMON20512"},
    ),
    Registry(
        key="ntr",
        name="the Netherlands Trial Register",
        heads=("ntr", "nl"),
        forms=(Form(r"([0-9]{3,5})", "{head}{}"),),
        shape="NTR or NL and up to five digits",
        names=("netherlands trial register", "dutch trial register", "netherlands trial registry", "ntr"),
        exact=True,
        closed=("nlomon",),
        also=("nlomon",),
        examples={"NTR3456": "NTR3456", "NTR345": "NTR345", "NL7123": "NL7123", "(NL7123).": "NL7123"},
        others=(
            "NL26560.042.09",
            "NL71234.091.20",
            "NL (17",
            "NL63",
            "HCoV-NL630",
            "NTR1",
            "NTR 1234",
            "ntr1234",
            "NL2021",
            "p75NTR123",
        ),
    ),
    Registry(
        key="pactr",
        name="PACTR",
        heads=("pactr",),
        forms=(Form(r"(20[0-9]{13,14})", "PACTR{}"),),
        shape="PACTR, a year, a month and nine or ten digits",
        names=("pactr", "pan african clinical trials registry", "pan-african clinical trials registry"),
        digits=(11, 18),
        examples={"PACTR202104857236119": "PACTR202104857236119", "PACTR 202104857236119": "PACTR202104857236119"},
        malformed=("PACTR20210485723611", "PCATR202104857236119"),
    ),
    Registry(
        key="repec",
        name="REPEC",
        heads=("per",),
        forms=(Form(r"-([0-9]{3}-[0-9]{2})", "PER-{}"),),
        shape="PER, three digits and two digits between hyphens",
        names=("repec",),
        exact=True,
        url="https://ensayosclinicos-repec.ins.gob.pe/en/",
        examples={"PER-012-19": "PER-012-19"},
        others=("PER 100 000", "per-100-19", "per 100", "5 PER-100"),
    ),
    Registry(
        key="rebec",
        name="ReBEC",
        heads=("rbr",),
        forms=(
            Form(rf"([2-9][{REBEC}]{{5,7}})", "RBR-{}", lower=True),
            Form(r"(1[0-9a-z]{5,8})", "RBR-{}", lower=True),
        ),
        shape="RBR, a hyphen and six or more of the digits 2 to 9 and consonants other than l",
        names=("rebec", "brazilian registry of clinical trials", "brazilian clinical trials registry"),
        attempt=r"(?=[a-z]{0,9}[0-9])[0-9a-z]{3,10}",
        url="https://ensaiosclinicos.gov.br/rg/{}",
        examples={
            "RBR-4kx9wt": "RBR-4kx9wt",
            "rbr-4kx9wt": "RBR-4kx9wt",
            "RBR-4KX9WT": "RBR-4kx9wt",
            "RBR 4kx9wt": "RBR-4kx9wt",
            "RBR-10z2kpv": "RBR-10z2kpv",
        },
        malformed=("RBR-4ko9wt", "RBR-4kx9", "RBR-8bn3yo"),
        others=("RBR-based", "RBR 2019", "RBR"),
    ),
    Registry(
        key="rpcec",
        name="RPCEC",
        heads=("rpcec",),
        forms=(Form(r"(00000[0-9]{3})", "RPCEC{}"),),
        shape="RPCEC and eight digits, the first five of them 0",
        names=("rpcec",),
        digits=(6, 10),
        url="https://rpcec.sld.cu/en/trials/{}-En",
        examples={"RPCEC00000123": "RPCEC00000123"},
        malformed=("RPCEC0000123",),
    ),
    Registry(
        key="slctr",
        name="SLCTR",
        heads=("slctr",),
        forms=(Form(rf"(20[0-9]{{2}}){GAP}([0-9]{{3}})", "SLCTR/{}/{}"),),
        shape="SLCTR, a year and three digits between slashes",
        names=("slctr", "sri lanka clinical trials registry"),
        attempt=r"[0-9oO]{3,5}/[0-9oO]{1,5}",
        digits=(5, 9),
        url="https://slctr.lk/",
        examples={"SLCTR/2021/017": "SLCTR/2021/017", "SLCTR-2021-017": "SLCTR/2021/017"},
        malformed=("SLCTR/5021/017", "SLCTR/2021/17", "SLCTR/2021/0170"),
        others=("SLCTR 2021", "SLCTR"),
    ),
    Registry(
        key="tctr",
        name="TCTR",
        heads=("tctr",),
        forms=(Form(r"(20[0-9]{9})", "TCTR{}"),),
        shape="TCTR, a date of eight digits and three digits more",
        names=("tctr", "thai clinical trials registry"),
        digits=(9, 13),
        url="https://www.thaiclinicaltrials.org/show/{}",
        examples={"TCTR20210618003": "TCTR20210618003", "TCTR 20210618003": "TCTR20210618003"},
        malformed=("TCTR2021061800", "TCTR202106180033"),
    ),
    Registry(
        key="hkuctr",
        name="HKUCTR",
        heads=("hkuctr",),
        forms=(Form(r"([0-9]{1,4})", "HKUCTR-{}"),),
        shape="HKUCTR, a hyphen and up to four digits",
        names=("hkuctr",),
        url="http://www.hkuctr.com/",
        examples={"HKUCTR-1234": "HKUCTR-1234", "HKUCTR-12": "HKUCTR-12", "HKUCTR 1234": "HKUCTR-1234"},
        others=("HKUCTR",),
    ),
)

OTHER_NUMBERS = (
    "CRD42020179519",
    "U1111-1234-5678",
    "ZINC000052955",
    "REC 18/LO/1234",
    "IRAS 212345",
    "JNJ-75276617",
    "SAR445419",
    "BNT001",
    "IND 123456",
    "GP40081",
    "PMC5518166",
    "10.1186/s13075-017-1187-0",
    "+44 20 7946 0123",
    "ISBN 978-3-16-148410-0",
)
"""What looks like a trial's number and is none: reviews, ethics files, drug codes, articles, telephones."""

LOOKALIKES = (
    (r"(?i)CRD[0-9]{5}", "the number of a review in PROSPERO"),
    (r"U?1111-[0-9]{4}-[0-9]{4}", "a Universal Trial Number, which the WHO gives before registration"),
    (r"NL[0-9]{5}\.[0-9]{3}\.[0-9]{2}", "the number of a Dutch ethics file"),
    (r"(?i)IRAS\s?[0-9]{5}", "the number of a British ethics application"),
    (r"(?i)(?:REC\s)?[0-9]{2}/[A-Z]{2}/[0-9]{4}", "the number of a British ethics committee's file"),
    (r"(?i)IND\s?[0-9]{4}", "the number of an application to test a drug"),
)
"""What stands where a registration belongs, as patterns, and what it is."""
