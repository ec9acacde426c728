//! The hash of names, courses and checks: FNV-1a, stirred once more so that its first bits are as good as its last.

/// 64 bits from some bytes (FNV-1a by Fowler, Noll and Vo; the finish is that of Steele's SplitMix64).
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let sum = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, &byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let stirred = (sum ^ (sum >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let stirred = (stirred ^ (stirred >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    stirred ^ (stirred >> 31)
}
