//! Random functions as trees: their text, written with as few brackets as precedence allows, and their value, worked
//! out without the parser.

use proptest::prelude::*;

/// A function of x and y.
#[derive(Clone, Debug)]
pub enum Tree {
    Number(f64),
    X,
    Y,
    Minus(Box<Tree>),
    Sum(Box<Tree>, Box<Tree>),
    Difference(Box<Tree>, Box<Tree>),
    Product(Box<Tree>, Box<Tree>, &'static str),
    Quotient(Box<Tree>, Box<Tree>),
    Power(Box<Tree>, i32),
    /// A power that is not whole.
    Root(Box<Tree>, f64),
    /// a^(x + b), an exponent that varies.
    Varying(Box<Tree>, Box<Tree>),
    Bars(Box<Tree>),
    Call(&'static str, Box<Tree>),
    Larger(Box<Tree>, Box<Tree>),
    Smaller(Box<Tree>, Box<Tree>),
}

const FUNCTIONS: [&str; 9] = ["sin", "cos", "tan", "tanh", "exp", "abs", "sinh", "cosh", "sigmoid"];

/// Random functions of some depth.
pub fn functions() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![(1..100_u32).prop_map(|n| Tree::Number(f64::from(n) / 8.0)), Just(Tree::X), Just(Tree::Y),];
    leaf.prop_recursive(5, 24, 2, |inner| {
        let one = || inner.clone().prop_map(Box::new);
        prop_oneof![
            one().prop_map(Tree::Minus),
            (one(), one()).prop_map(|(a, b)| Tree::Sum(a, b)),
            (one(), one()).prop_map(|(a, b)| Tree::Difference(a, b)),
            (one(), one(), prop::sample::select(vec!["*", "·", " × ", " "]))
                .prop_map(|(a, b, sign)| Tree::Product(a, b, sign)),
            (one(), one()).prop_map(|(a, b)| Tree::Quotient(a, b)),
            (one(), -2..4).prop_map(|(a, n)| Tree::Power(a, n)),
            (positive(inner.clone()), prop::sample::select(vec![0.5, 1.5, -0.25])).prop_map(|(a, n)| Tree::Root(a, n)),
            (positive(inner.clone()), one()).prop_map(|(a, b)| Tree::Varying(a, b)),
            (prop::sample::select(vec!["log", "sqrt"]), positive(inner.clone()))
                .prop_map(|(name, a)| Tree::Call(name, a)),
            one().prop_map(Tree::Bars),
            (prop::sample::select(FUNCTIONS.to_vec()), one()).prop_map(|(name, a)| Tree::Call(name, a)),
            (one(), one()).prop_map(|(a, b)| Tree::Larger(a, b)),
            (one(), one()).prop_map(|(a, b)| Tree::Smaller(a, b)),
        ]
    })
}

/// Random functions that are never negative, where logarithms and roots exist.
fn positive(inner: impl Strategy<Value = Tree> + 'static) -> impl Strategy<Value = Box<Tree>> {
    inner.prop_map(|a| Box::new(Tree::Bars(Box::new(a))))
}

impl Tree {
    /// The function as a student would type it.
    pub fn text(&self) -> String {
        match self {
            Tree::Number(value) => format!("{value}"),
            Tree::X => "x".into(),
            Tree::Y => "y".into(),
            Tree::Minus(a) => format!("-{}", a.within(2)),
            Tree::Sum(a, b) => format!("{} + {}", a.within(0), b.within(1)),
            Tree::Difference(a, b) => format!("{} - {}", a.within(0), b.within(1)),
            // After a product without a sign comes neither a number nor a sign.
            Tree::Product(a, b, " ") => {
                format!("{} {}", a.within(1), b.within(if b.begins_without_a_number() { 2 } else { 9 }))
            }
            Tree::Product(a, b, sign) => format!("{}{sign}{}", a.within(1), b.within(2)),
            Tree::Quotient(a, b) => format!("{}/{}", a.within(1), b.within(2)),
            Tree::Power(a, 2) => format!("{}²", a.within(4)),
            Tree::Power(a, n) => format!("{}^{n}", a.within(4)),
            Tree::Root(a, n) => format!("{}^{n}", a.within(4)),
            Tree::Varying(a, b) => format!("{}^(x + {})", a.within(4), b.within(1)),
            Tree::Bars(a) => format!("|({})|", a.text()),
            Tree::Call(name, a) => format!("{name}({})", a.text()),
            Tree::Larger(a, b) => format!("max({}, {})", a.text(), b.text()),
            Tree::Smaller(a, b) => format!("min({}, {})", a.text(), b.text()),
        }
    }

    /// The text, in brackets if it binds less tightly than asked.
    fn within(&self, tightness: u8) -> String {
        if self.tightness() >= tightness { self.text() } else { format!("({})", self.text()) }
    }

    fn tightness(&self) -> u8 {
        match self {
            Tree::Sum(..) | Tree::Difference(..) => 0,
            Tree::Product(..) | Tree::Quotient(..) => 1,
            Tree::Minus(_) => 2,
            Tree::Power(..) | Tree::Root(..) | Tree::Varying(..) => 3,
            _ => 4,
        }
    }

    fn begins_without_a_number(&self) -> bool {
        match self {
            Tree::Number(_) | Tree::Minus(_) => false,
            Tree::Power(a, _) | Tree::Root(a, _) | Tree::Varying(a, _) => {
                a.begins_without_a_number() || a.tightness() < 4
            }
            _ => true,
        }
    }

    /// Whether the function and all its parts are neither NaN nor so large or small that squares of their derivatives
    /// leave the range of an `f64`.
    pub fn is_tame(&self, point: &[f64; 2]) -> bool {
        let size = self.value(point).abs();
        (size == 0.0 || (1e-40..1e40).contains(&size)) && self.parts().iter().all(|part| part.is_tame(point))
    }

    fn parts(&self) -> Vec<&Tree> {
        match self {
            Tree::Number(_) | Tree::X | Tree::Y => Vec::new(),
            Tree::Minus(a) | Tree::Power(a, _) | Tree::Root(a, _) | Tree::Bars(a) | Tree::Call(_, a) => vec![a],
            Tree::Sum(a, b)
            | Tree::Difference(a, b)
            | Tree::Product(a, b, _)
            | Tree::Quotient(a, b)
            | Tree::Varying(a, b)
            | Tree::Larger(a, b)
            | Tree::Smaller(a, b) => vec![a, b],
        }
    }

    /// The value, straight from `libm` and the language.
    pub fn value(&self, point: &[f64; 2]) -> f64 {
        let at = |tree: &Tree| tree.value(point);
        match self {
            Tree::Number(value) => *value,
            Tree::X => point[0],
            Tree::Y => point[1],
            Tree::Minus(a) => -at(a),
            Tree::Sum(a, b) => at(a) + at(b),
            Tree::Difference(a, b) => at(a) - at(b),
            Tree::Product(a, b, _) => at(a) * at(b),
            Tree::Quotient(a, b) => at(a) / at(b),
            Tree::Power(a, n) => whole_power(at(a), *n),
            Tree::Root(a, n) => libm::pow(at(a), *n),
            Tree::Varying(a, b) => libm::pow(at(a), point[0] + at(b)),
            Tree::Bars(a) => at(a).abs(),
            Tree::Call(name, a) => call(name, at(a)),
            Tree::Larger(a, b) => compared(at(a), at(b), f64::max),
            Tree::Smaller(a, b) => compared(at(a), at(b), f64::min),
        }
    }
}

fn whole_power(base: f64, n: i32) -> f64 {
    let product = (0..n.abs()).fold(1.0, |product, _| product * base);
    if n < 0 { 1.0 / product } else { product }
}

fn compared(a: f64, b: f64, chosen: fn(f64, f64) -> f64) -> f64 {
    if a.is_nan() || b.is_nan() { f64::NAN } else { chosen(a, b) }
}

fn call(name: &str, x: f64) -> f64 {
    match name {
        "sin" => libm::sin(x),
        "cos" => libm::cos(x),
        "tan" => libm::tan(x),
        "sinh" => libm::sinh(x),
        "cosh" => libm::cosh(x),
        "tanh" => libm::tanh(x),
        "exp" => libm::exp(x),
        "log" => libm::log(x),
        "sqrt" => x.sqrt(),
        "abs" => x.abs(),
        "sigmoid" if x < 0.0 => libm::exp(x) / (1.0 + libm::exp(x)),
        "sigmoid" => 1.0 / (1.0 + libm::exp(-x)),
        _ => unreachable!("every name of FUNCTIONS is here"),
    }
}
