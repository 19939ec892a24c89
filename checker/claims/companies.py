"""Companies that run trials: which belong together, and which prose names without saying that they are companies."""

from checker.claims.vocabulary import words

FAMILIES = tuple(
    tuple(member.strip() for member in family.split(","))
    for family in """
    hoffmann-la roche, roche, genentech, chugai, spark therapeutics, ignyta, promedior, telavant, carmot;
    janssen, johnson & johnson, j&j, actelion, momenta, intra-cellular, abiomed;
    merck sharp & dohme, merck, msd, acceleron, arqule, peloton, prometheus biosciences, velosbio, cubist, harpoon;
    pfizer, wyeth, seagen, seattle genetics, array biopharma, medivation, hospira, anacor, biohaven, trillium,
    arena pharmaceuticals, global blood therapeutics, therachon, metsera;
    sanofi, genzyme, aventis, ablynx, principia, kadmon, bioverativ, provention, synthorx, translate bio;
    astrazeneca, medimmune, alexion, acerta, cincor, portola, syntimmune, gracell;
    bristol-myers squibb, bristol myers squibb, celgene, juno, receptos, myokardia, karuna, mirati, rayzebio,
    turning point therapeutics; gilead, kite, immunomedics, forty seven, cymabay;
    takeda, millennium, shire, ariad, tigenix, baxalta;
    novartis, sandoz, avexis, medicines company, morphosys, chinook, endocyte, advanced accelerator applications, alcon;
    eli lilly, lilly, loxo, prevail, akouos, sigilon, morphic;
    abbvie, allergan, pharmacyclics, immunogen, cerevel, stemcentrx;
    glaxosmithkline, gsk, viiv, tesaro, sierra oncology, bellus, aiolos;
    amgen, immunex, onyx, chemocentryx, horizon therapeutics, five prime; bayer, bluerock, asklepios, algeta;
    boehringer ingelheim; novo nordisk, dicerna, corvidia, akero, inversago; swedish orphan biovitrum, sobi;
    biogen, reata, nightstar; ionis, akcea; teva, auspex, cephalon; astellas, audentes, iveric, ocata;
    ucb, ra pharma, zogenix; lundbeck, alder, longboard; daiichi, ambit, plexxikon; bridgebio, eidos;
    ipsen, albireo, epizyme, clementia; csl, vifor, vitaeris; jazz, celator, gw pharma; servier, agios, symphogen;
    sumitomo, sunovion, myovant, urovant; otsuka, avanir, taiho; vertex, semma; eisai, morphotek
    """.split(";")
)
"""Companies that own each other, and short names of some, folded: a trial of one is said to be the other's."""

KNOWN = words(
    "abbott abbvie alexion allergan almirall alnylam amgen astellas astrazeneca athersys basilea bayer beigene biogen "
    "biohaven biomarin biontech boehringer bristol-myers celgene celltrion chiesi daiichi editas eisai esteve "
    "exelixis ferring genentech gilead glaxosmithkline grifols gsk hanmi hengrui immunogen incyte innovent intellia "
    "ionis ipsen janssen jazz lilly lundbeck medtronic menarini merck moderna msd mundipharma nektar novartis novavax "
    "novo otsuka pfizer regeneron roche sangamo sanofi sarepta seagen servier shire sumitomo takeda teva ucb valneva "
    "vertex viatris"
)
"""First words of names, folded, that only a company has."""

WORDLIKE = words("arrowhead bluebird emergent galapagos horizon leo orion")
"""First words of names, folded, that other things have as well."""

IN_FULL = (
    "boehringer ingelheim",
    "boston scientific",
    "bristol-myers squibb",
    "bristol myers squibb",
    "csl behring",
    "daiichi sankyo",
    "edwards lifesciences",
    "eli lilly",
    "johnson & johnson",
    "kyowa kirin",
    "novo nordisk",
)
"""Names, folded, that are told by two words or three."""
