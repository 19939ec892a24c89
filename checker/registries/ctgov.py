"""What ClinicalTrials.gov says of a study, in the JSON of its API (version 2), to the facts that checks use.

Keys that are not used, and values of lists that are not known here, are let through: the registry adds to them without
notice. A part of another type than the registry gives it is refused, for nothing can be said of such an answer.
"""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic.alias_generators import to_camel

from checker.registered import Intervention, Paper, SecondaryId, Study, StudyArm, StudyDate, Version
from checker.registries.words import day

SOURCE = "ClinicalTrials.gov"

UNKNOWN_COUNT = 99_999_999
"""What the registry writes where nobody knows how many people take part."""

MOST_PEOPLE = 1_000_000_000

FIELDS = (
    "NCTId NCTIdAlias BriefTitle OfficialTitle Acronym SecondaryId SecondaryIdType OverallStatus LastKnownStatus "
    "WhyStopped StatusVerifiedDate StartDate StartDateType PrimaryCompletionDate PrimaryCompletionDateType "
    "CompletionDate CompletionDateType StudyFirstPostDate ResultsFirstPostDate LastUpdatePostDate LastUpdateSubmitDate "
    "LeadSponsorName CollaboratorName Condition StudyType Phase DesignAllocation DesignInterventionModel "
    "DesignPrimaryPurpose DesignObservationalModel DesignMasking DesignWhoMasked EnrollmentCount EnrollmentType "
    "ArmGroupLabel ArmGroupType InterventionName InterventionType Sex MinimumAge MaximumAge HealthyVolunteers "
    "LocationFacility LocationCity LocationCountry ReferencePMID ReferenceType ReferenceCitation RetractionPMID "
    "HasResults RemovedCountry VersionHolder"
).split()
"""What is asked of the API: the names, as it calls them, of what is read here."""


class StudyProblem(Exception):
    """An answer that is no study as the registry gives it; the message says where it differs."""


class Fetched(NamedTuple):
    """A study as it was read: `seen` is the day of the copy, where the copy says so."""

    id: str
    aliases: tuple[str, ...]
    updated: str | None
    seen: str | None
    study: Study

    def version(self, today: str, source: str = SOURCE) -> Version:
        """The version of the record that this is; `today` stands for the day of the copy where that is not said."""
        return Version(self.seen or today, self.updated, source, self.study)


def read_study(data: Any) -> Fetched:
    """A study of the API's JSON. Raises StudyProblem where a part has another type than the registry gives it."""
    try:
        answer = _Answer.model_validate(data)
    except ValidationError as error:
        raise StudyProblem(_sentence(error, data)) from None
    except RecursionError:
        raise StudyProblem("The study is nested too deeply.") from None
    protocol = answer.protocol_section
    numbers, status = protocol.identification_module, protocol.status_module
    return Fetched(
        id=numbers.nct_id,
        aliases=tuple(dict.fromkeys(alias for alias in numbers.nct_id_aliases if alias != numbers.nct_id)),
        updated=_day(status.last_update_post_date_struct) or status.last_update_submit_date,
        seen=answer.derived_section.misc_info_module.version_holder,
        study=_study(answer),
    )


# The shape of the answers, as far as it is used.


def _nothing(value: Any) -> Any:
    """An empty text says nothing."""
    return None if isinstance(value, str) and not value.strip() else value


def _plain_date(value: Any) -> Any:
    """A date without its time of day; older copies write its month in letters."""
    if isinstance(value, str) and value[10:11] == "T":
        return value[:10]
    if isinstance(value, str) and value[:1].isalpha():
        return day(value) or value
    return _nothing(value)


def _volunteers(value: Any) -> Any:
    return True if isinstance(value, str) and value.lower().startswith("accepts healthy") else _nothing(value)


Text = Annotated[str | None, BeforeValidator(_nothing)]
Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
Number = Annotated[str, StringConstraints(pattern=r"^NCT[0-9]{8}$")]
Date = Annotated[
    Annotated[str, StringConstraints(pattern=r"^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")] | None,
    BeforeValidator(_plain_date),
]
Day = Annotated[
    Annotated[str, StringConstraints(pattern=r"^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")] | None,
    BeforeValidator(_plain_date),
]


class _Part(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="ignore", alias_generator=to_camel, coerce_numbers_to_str=True, str_strip_whitespace=True
    )

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, data: Any) -> Any:
        """What is null is not given."""
        if not isinstance(data, dict):
            return data
        given = ((key, each) for key, each in data.items() if each is not None)
        return {
            key: [item for item in each if item is not None] if isinstance(each, list) else each for key, each in given
        }


class _DateStruct(_Part):
    date: Date = None
    type: Text = None


class _SecondaryIdInfo(_Part):
    id: Text = None
    type: Text = None


class _Identification(_Part):
    nct_id: Number
    nct_id_aliases: tuple[Number, ...] = ()
    brief_title: Text = None
    official_title: Text = None
    acronym: Text = None
    secondary_id_infos: tuple[_SecondaryIdInfo, ...] = ()


class _Status(_Part):
    overall_status: Text = None
    last_known_status: Text = None
    why_stopped: Text = None
    status_verified_date: Date = None
    start_date_struct: _DateStruct = _DateStruct()
    primary_completion_date_struct: _DateStruct = _DateStruct()
    completion_date_struct: _DateStruct = _DateStruct()
    study_first_post_date_struct: _DateStruct = _DateStruct()
    results_first_post_date_struct: _DateStruct = _DateStruct()
    last_update_post_date_struct: _DateStruct = _DateStruct()
    last_update_submit_date: Date = None


class _Sponsor(_Part):
    name: Text = None


class _Sponsors(_Part):
    lead_sponsor: _Sponsor = _Sponsor()
    collaborators: tuple[_Sponsor, ...] = ()


class _Conditions(_Part):
    conditions: tuple[Word, ...] = ()


class _Masking(_Part):
    masking: Text = None
    who_masked: tuple[Word, ...] = ()


class _DesignInfo(_Part):
    allocation: Text = None
    intervention_model: Text = None
    primary_purpose: Text = None
    observational_model: Text = None
    masking_info: _Masking = _Masking()


class _Enrollment(_Part):
    count: Annotated[int, Field(ge=0, le=MOST_PEOPLE)] | None = None
    type: Text = None


class _Design(_Part):
    study_type: Text = None
    phases: tuple[Word, ...] = ()
    design_info: _DesignInfo = _DesignInfo()
    enrollment_info: _Enrollment = _Enrollment()


class _ArmGroup(_Part):
    label: Text = None
    type: Text = None


class _Intervention(_Part):
    name: Text = None
    type: Text = None


class _Arms(_Part):
    arm_groups: tuple[_ArmGroup, ...] = ()
    interventions: tuple[_Intervention, ...] = ()


class _Eligibility(_Part):
    sex: Text = None
    minimum_age: Text = None
    maximum_age: Text = None
    healthy_volunteers: Annotated[bool | None, BeforeValidator(_volunteers)] = None


class _Location(_Part):
    country: Text = None


class _Locations(_Part):
    locations: tuple[_Location, ...] = ()
    # Some public copies call the list so where each place has contacts of its own.
    nested: tuple[_Location, ...] = Field(default=(), alias="locations_nested")


class _Retraction(_Part):
    pmid: Text = None


class _Reference(_Part):
    pmid: Text = None
    type: Text = None
    citation: Text = None
    retractions: tuple[_Retraction, ...] = ()


class _References(_Part):
    references: tuple[_Reference, ...] = ()


class _Protocol(_Part):
    identification_module: _Identification
    status_module: _Status = _Status()
    sponsor_collaborators_module: _Sponsors = _Sponsors()
    conditions_module: _Conditions = _Conditions()
    design_module: _Design = _Design()
    arms_interventions_module: _Arms = _Arms()
    eligibility_module: _Eligibility = _Eligibility()
    contacts_locations_module: _Locations = _Locations()
    references_module: _References = _References()


class _MiscInfo(_Part):
    version_holder: Day = None
    removed_countries: tuple[Word, ...] = ()


class _Derived(_Part):
    misc_info_module: _MiscInfo = _MiscInfo()


class _Answer(_Part):
    protocol_section: _Protocol
    derived_section: _Derived = _Derived()
    has_results: bool | None = None


def _study(answer: _Answer) -> Study:
    protocol = answer.protocol_section
    numbers, status, design = protocol.identification_module, protocol.status_module, protocol.design_module
    people, who = design.enrollment_info, protocol.eligibility_module
    places = protocol.contacts_locations_module.locations or protocol.contacts_locations_module.nested
    known = people.count is not None and people.count != UNKNOWN_COUNT
    return Study(
        brief_title=numbers.brief_title,
        official_title=numbers.official_title,
        acronym=numbers.acronym,
        overall_status=status.overall_status,
        last_known_status=status.last_known_status,
        why_stopped=status.why_stopped,
        status_verified_date=status.status_verified_date,
        study_first_post_date=_day(status.study_first_post_date_struct),
        study_type=design.study_type,
        phases=design.phases,
        allocation=design.design_info.allocation,
        intervention_model=design.design_info.intervention_model,
        primary_purpose=design.design_info.primary_purpose,
        observational_model=design.design_info.observational_model,
        masking=design.design_info.masking_info.masking,
        who_masked=design.design_info.masking_info.who_masked,
        enrollment_count=people.count if known else None,
        enrollment_type=people.type if known else None,
        start_date=_date(status.start_date_struct),
        primary_completion_date=_date(status.primary_completion_date_struct),
        completion_date=_date(status.completion_date_struct),
        arms=tuple(
            StudyArm(each.label, each.type) for each in protocol.arms_interventions_module.arm_groups if each.label
        ),
        interventions=tuple(
            Intervention(each.name, each.type) for each in protocol.arms_interventions_module.interventions if each.name
        ),
        conditions=protocol.conditions_module.conditions,
        countries=tuple(dict.fromkeys(each.country for each in places if each.country)),
        removed_countries=answer.derived_section.misc_info_module.removed_countries,
        sites=len(places) or None,
        sex=who.sex,
        minimum_age=who.minimum_age,
        maximum_age=who.maximum_age,
        healthy_volunteers=who.healthy_volunteers,
        lead_sponsor=protocol.sponsor_collaborators_module.lead_sponsor.name,
        collaborators=tuple(each.name for each in protocol.sponsor_collaborators_module.collaborators if each.name),
        secondary_ids=tuple(SecondaryId(each.id, each.type) for each in numbers.secondary_id_infos if each.id),
        has_results=answer.has_results,
        results_first_post_date=_day(status.results_first_post_date_struct),
        references=tuple(
            paper(each.citation, each.pmid, each.type, (gone.pmid for gone in each.retractions))
            for each in protocol.references_module.references
            if each.type != "BACKGROUND" or each.retractions
        ),
    )


def paper(citation: str | None, pmid: str | None, type: str | None, retractions: Any) -> Paper:
    """A publication as a snapshot keeps it. Those for background are kept only where they have been retracted."""
    return Paper((citation or "")[:1000], pmid, type, tuple(each for each in retractions if each))


def _date(struct: _DateStruct) -> StudyDate | None:
    return StudyDate(struct.date, struct.type) if struct.date else None


def _day(struct: _DateStruct) -> str | None:
    return struct.date


def _sentence(error: ValidationError, data: Any) -> str:
    first = error.errors(include_url=False, include_context=False)[0]
    place = ".".join(map(str, first["loc"])) or "the whole answer"
    given = first.get("input")
    shown = "nothing" if first["type"] == "missing" else repr(given)[:60]
    wanted = _WANTED.get(first["type"], "something else")
    try:
        whose = f"The study {str(data['protocolSection']['identificationModule']['nctId'])[:20]}"
    except (TypeError, KeyError, IndexError):
        whose = "A study"
    return f"{whose} is not as the registry gives it: at {place} stands {shown} where {wanted} belongs."


_WANTED = {
    "missing": "a value",
    "string_type": "a text",
    "string_unicode": "a text",
    "string_too_short": "a text",
    "string_too_long": "a shorter text",
    "string_pattern_mismatch": "a date or a number of its form",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number",
    "int_from_float": "a whole number",
    "greater_than_equal": "a count",
    "less_than_equal": "a count",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "model_type": "an object",
    "dict_type": "an object",
}
"""What belongs in a place, by the kind of the mistake."""
