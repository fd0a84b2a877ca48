//! The rival: the same logic as a programmer would write it down once and for all, answers as enums, no data at all.

use strum::{EnumIter, IntoEnumIterator, IntoStaticStr};

/// Enums whose variants stand in the order of the answers in `data/tree.yaml`.
macro_rules! answers {
    ($($name:ident { $($variant:ident),* $(,)? })*) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter)]
        pub(crate) enum $name { $($variant),* }
    )*};
}

answers! {
    Region { Cervical, Thoracic, Thoracolumbar, Lumbar, Sacral }
    Approach { Interlaminar, Caudal, Subarachnoid, Transforaminal, Open, Other }
    Target { Facet, Sacroiliac, Paravertebral, Sympathetic, Disc, PeripheralNerve, FascialPlane, Muscle, StimulatorLead, SomethingElse }
    Imaging { Fluoroscopy, Ct, Ultrasound, Other, None }
    Delivery { Needle, CatheterSameDay, CatheterIndwelling, ExistingCatheter, Implanting, ImplantedUse }
    Visit { Dose, Management, Removal }
    Placed { SameDay, Earlier }
    Substance {
        SteroidAnesthetic, OtherSolution, Neurolytic, Chemotherapy, Nusinersen, Blood, ContrastOnly, Lysis, Biologic, FluidTaken,
        NoneGiven, OperativeAnesthesia, LaborAnalgesia,
    }
    Purpose { Pain, PostoperativePain, DiagnosticRootBlock, PumpTrial, CsfImaging }
    OperativeUse { No, Yes }
    Performer { Proceduralist, Anesthesia, Surgeon, DeliveringProvider }
    Stopped { No, CouldNotComplete, ByChoice, ForSafety, BeforeAnesthesia, AfterAnesthesia }
}

/// One answer to every question that decides something.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Case {
    pub(crate) region: Region,
    approach: Approach,
    target: Target,
    imaging: Imaging,
    delivery: Delivery,
    visit: Visit,
    placed: Placed,
    substance: Substance,
    purpose: Purpose,
    operative_use: OperativeUse,
    performer: Performer,
    stopped: Stopped,
}

/// The outcomes, named as in `data/tree.yaml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum End {
    CervicalThoracicWithoutImaging,
    CervicalThoracicWithImaging,
    LumbarSacralWithoutImaging,
    LumbarSacralWithImaging,
    CervicalThoracicCatheterWithoutImaging,
    CervicalThoracicCatheterWithImaging,
    LumbarSacralCatheterWithoutImaging,
    LumbarSacralCatheterWithImaging,
    CervicalThoracicForamen,
    LumbarSacralForamen,
    CervicalThoracicEpidurogram,
    LumbarSacralEpidurogram,
    CervicalThoracicCatheterEpidurogram,
    LumbarSacralCatheterEpidurogram,
    #[strum(serialize = "t12-l1-without-imaging")]
    JunctionWithoutImaging,
    #[strum(serialize = "t12-l1-with-imaging")]
    JunctionWithImaging,
    #[strum(serialize = "t12-l1-catheter-without-imaging")]
    JunctionCatheterWithoutImaging,
    #[strum(serialize = "t12-l1-catheter-with-imaging")]
    JunctionCatheterWithImaging,
    CaudalEntryElsewhere,
    ContrastWithoutImaging,
    NothingGivenNotStopped,
    Adhesiolysis,
    TargetFacet,
    TargetSacroiliac,
    TargetParavertebral,
    TargetSympathetic,
    TargetDisc,
    TargetPeripheralNerve,
    TargetFascialPlane,
    TargetMuscle,
    TargetStimulatorLead,
    TargetSomethingElse,
    Implanting,
    ImplantedUse,
    LaborAnalgesia,
    OperativeAnesthesia,
    Neurolytic,
    Chemotherapy,
    Nusinersen,
    BloodPatch,
    BloodThroughCatheter,
    Biologic,
    FluidTaken,
    Myelogram,
    DailyManagement,
    CatheterSeries,
    OpenField,
    SurgeonsOwnBlock,
    ForaminalUnguided,
    ForaminalUndescribedSubstance,
    ForaminalCatheter,
}

impl Case {
    /// From the place of each answer, the questions in the order of the pack.
    pub(crate) fn new(places: &[usize]) -> Option<Self> {
        let mut places = places.iter().copied();
        Some(Self {
            region: take(&mut places)?,
            approach: take(&mut places)?,
            target: take(&mut places)?,
            imaging: take(&mut places)?,
            delivery: take(&mut places)?,
            visit: take(&mut places)?,
            placed: take(&mut places)?,
            substance: take(&mut places)?,
            purpose: take(&mut places)?,
            operative_use: take(&mut places)?,
            performer: take(&mut places)?,
            stopped: take(&mut places)?,
        })
    }

    /// Where it leads.
    pub(crate) fn decide(&self) -> End {
        use Substance as S;
        match (self.substance, self.approach, self.delivery) {
            (S::Lysis, ..) => End::Adhesiolysis,
            (S::LaborAnalgesia, ..) => End::LaborAnalgesia,
            (S::OperativeAnesthesia, ..) => End::OperativeAnesthesia,
            (S::Nusinersen, ..) => End::Nusinersen,
            (_, _, Delivery::Implanting) => End::Implanting,
            (_, _, Delivery::ImplantedUse) => End::ImplantedUse,
            (_, Approach::Other, Delivery::Needle | Delivery::CatheterSameDay | Delivery::CatheterIndwelling) => {
                self.target()
            }
            (S::Neurolytic, ..) => End::Neurolytic,
            (S::Chemotherapy, ..) => End::Chemotherapy,
            (S::Biologic, ..) => End::Biologic,
            (S::Blood, _, Delivery::ExistingCatheter) => End::BloodThroughCatheter,
            (S::Blood, ..) => End::BloodPatch,
            (S::SteroidAnesthetic | S::OtherSolution | S::NoneGiven, ..) if self.is_anesthetic() => {
                End::OperativeAnesthesia
            }
            (S::SteroidAnesthetic | S::OtherSolution | S::NoneGiven, ..) if self.is_surgeons() => End::SurgeonsOwnBlock,
            (_, _, Delivery::ExistingCatheter) => self.existing(),
            (S::FluidTaken, ..) => End::FluidTaken,
            (_, Approach::Open, _) => End::OpenField,
            (S::ContrastOnly, Approach::Subarachnoid, _) => End::Myelogram,
            (S::NoneGiven, ..) if self.stopped == Stopped::No => End::NothingGivenNotStopped,
            (_, Approach::Transforaminal, _) => self.foramen(),
            (_, Approach::Caudal, _) if !self.is_low() => End::CaudalEntryElsewhere,
            (S::ContrastOnly, ..) if !self.is_guided() => End::ContrastWithoutImaging,
            _ => self.spine(),
        }
    }

    fn target(&self) -> End {
        match self.target {
            Target::Facet => End::TargetFacet,
            Target::Sacroiliac => End::TargetSacroiliac,
            Target::Paravertebral => End::TargetParavertebral,
            Target::Sympathetic => End::TargetSympathetic,
            Target::Disc => End::TargetDisc,
            Target::PeripheralNerve => End::TargetPeripheralNerve,
            Target::FascialPlane => End::TargetFascialPlane,
            Target::Muscle => End::TargetMuscle,
            Target::StimulatorLead => End::TargetStimulatorLead,
            Target::SomethingElse => End::TargetSomethingElse,
        }
    }

    fn existing(&self) -> End {
        match (self.visit, self.placed) {
            (Visit::Management, Placed::Earlier) => End::DailyManagement,
            _ => End::CatheterSeries,
        }
    }

    fn foramen(&self) -> End {
        match (self.delivery, self.substance) {
            (Delivery::CatheterIndwelling, _) => End::ForaminalCatheter,
            (_, Substance::OtherSolution | Substance::ContrastOnly) => End::ForaminalUndescribedSubstance,
            _ if !self.is_guided() => End::ForaminalUnguided,
            _ if self.is_low() => End::LumbarSacralForamen,
            _ => End::CervicalThoracicForamen,
        }
    }

    /// Between the laminae, through the sacral hiatus, or into the subarachnoid space.
    fn spine(&self) -> End {
        let stays = self.delivery == Delivery::CatheterIndwelling;
        let contrast = self.substance == Substance::ContrastOnly;
        match (self.region, self.is_guided(), stays, contrast) {
            (Region::Thoracolumbar, false, false, _) => End::JunctionWithoutImaging,
            (Region::Thoracolumbar, false, true, _) => End::JunctionCatheterWithoutImaging,
            (Region::Thoracolumbar, true, false, _) => End::JunctionWithImaging,
            (Region::Thoracolumbar, true, true, _) => End::JunctionCatheterWithImaging,
            (Region::Cervical | Region::Thoracic, false, false, _) => End::CervicalThoracicWithoutImaging,
            (Region::Cervical | Region::Thoracic, false, true, _) => End::CervicalThoracicCatheterWithoutImaging,
            (Region::Cervical | Region::Thoracic, true, false, false) => End::CervicalThoracicWithImaging,
            (Region::Cervical | Region::Thoracic, true, true, false) => End::CervicalThoracicCatheterWithImaging,
            (Region::Cervical | Region::Thoracic, true, false, true) => End::CervicalThoracicEpidurogram,
            (Region::Cervical | Region::Thoracic, true, true, true) => End::CervicalThoracicCatheterEpidurogram,
            (Region::Lumbar | Region::Sacral, false, false, _) => End::LumbarSacralWithoutImaging,
            (Region::Lumbar | Region::Sacral, false, true, _) => End::LumbarSacralCatheterWithoutImaging,
            (Region::Lumbar | Region::Sacral, true, false, false) => End::LumbarSacralWithImaging,
            (Region::Lumbar | Region::Sacral, true, true, false) => End::LumbarSacralCatheterWithImaging,
            (Region::Lumbar | Region::Sacral, true, false, true) => End::LumbarSacralEpidurogram,
            (Region::Lumbar | Region::Sacral, true, true, true) => End::LumbarSacralCatheterEpidurogram,
        }
    }

    fn is_guided(&self) -> bool {
        matches!(self.imaging, Imaging::Fluoroscopy | Imaging::Ct)
    }

    fn is_low(&self) -> bool {
        matches!(self.region, Region::Lumbar | Region::Sacral)
    }

    fn is_anesthetic(&self) -> bool {
        self.purpose == Purpose::PostoperativePain && self.operative_use == OperativeUse::Yes
    }

    fn is_surgeons(&self) -> bool {
        self.purpose == Purpose::PostoperativePain && self.performer == Performer::Surgeon
    }
}

fn take<T: IntoEnumIterator>(places: &mut impl Iterator<Item = usize>) -> Option<T> {
    T::iter().nth(places.next()?)
}
