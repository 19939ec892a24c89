"""What the people and things of a country are called, under the country's name in the records."""

from __future__ import annotations

_LISTED = """
Argentina: Argentine Argentinian; Australia: Australian; Austria: Austrian; Bangladesh: Bangladeshi; Belgium: Belgian;
Brazil: Brazilian; Bulgaria: Bulgarian; Cameroon: Cameroonian; Canada: Canadian; Chile: Chilean; China: Chinese;
Colombia: Colombian; Croatia: Croatian; Cuba: Cuban; Czechia: Czech; Denmark: Danish Dane; Egypt: Egyptian;
Estonia: Estonian; Ethiopia: Ethiopian; Finland: Finnish Finn; France: French; Georgia: Georgian; Germany: German;
Ghana: Ghanaian; Greece: Greek; Hungary: Hungarian; Iceland: Icelandic; India: Indian; Indonesia: Indonesian;
Iran: Iranian; Iraq: Iraqi; Ireland: Irish; Israel: Israeli; Italy: Italian; Japan: Japanese; Jordan: Jordanian;
Kenya: Kenyan; Latvia: Latvian; Lebanon: Lebanese; Lithuania: Lithuanian; Malawi: Malawian; Malaysia: Malaysian;
Mali: Malian; Mexico: Mexican; Morocco: Moroccan; Mozambique: Mozambican; Nepal: Nepali Nepalese;
Netherlands: Dutch; New Zealand: Kiwi; Nigeria: Nigerian; Norway: Norwegian; Pakistan: Pakistani; Peru: Peruvian;
Philippines: Filipino Philippine; Poland: Polish Pole; Portugal: Portuguese; Romania: Romanian; Russia: Russian;
Rwanda: Rwandan; Saudi Arabia: Saudi; Serbia: Serbian Serb; Singapore: Singaporean; Slovakia: Slovak;
Slovenia: Slovenian; South Africa: South-African; South Korea: Korean; Spain: Spanish Spaniard; Sri Lanka: Sri-Lankan;
Sweden: Swedish Swede; Switzerland: Swiss; Syria: Syrian; Taiwan: Taiwanese; Tanzania: Tanzanian; Thailand: Thai;
Tunisia: Tunisian; Turkey: Turkish Turk; Uganda: Ugandan; Ukraine: Ukrainian;
United Kingdom: British Briton English Scottish Welsh UK; United States: American US; Vietnam: Vietnamese;
Zambia: Zambian; Zimbabwe: Zimbabwean
"""

DEMONYMS: dict[str, str] = {
    word: country.strip()
    for entry in _LISTED.split(";")
    for country, names in (entry.split(":"),)
    for name in names.split()
    for word in ((name, f"{name}s") if name not in {"US", "UK"} else (name,))
}
"""A country's name by each adjective and noun of its people, as written: "Korean", "Koreans"."""
