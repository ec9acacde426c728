//! Lines with their indentation, written as code: assignments, `for`, `if` and `print`.

use super::LONGEST;
use super::block::{Blocks, Kind};
use super::code::{Op, Program};
use super::expression::is_keyword;
use super::line::Line;
use super::operator::Arithmetic;
use super::problem::{Cause, Problem};
use super::tokens::{self, Token};
use super::value::Value;

/// Compiles a program; numbers that the first `given` lines assign are multiplied by `factor`.
pub fn compile(lines: &[&str], given: usize, factor: f64) -> Result<Program, Problem> {
    let program = Program { floors: factor != 1.0, ..Program::default() };
    let mut compiler = Compiler { program, blocks: Blocks::default(), given, factor };
    let length: usize = lines.iter().map(|line| line.len() + 1).sum();
    if length > 4 * LONGEST || lines.iter().map(|line| line.chars().count() + 1).sum::<usize>() > LONGEST {
        return Err(Problem { line: 1, cause: Cause::syntax("shorter", "") });
    }
    for (number, line) in (1..).zip(lines) {
        compiler.line(line, number).map_err(|cause| Problem { line: number, cause })?;
    }
    let Compiler { mut blocks, mut program, .. } = compiler;
    blocks.finish(&mut program).map_err(|cause| Problem { line: lines.len(), cause })?;
    Ok(program)
}

struct Compiler {
    program: Program,
    blocks: Blocks,
    given: usize,
    factor: f64,
}

impl Compiler {
    fn line(&mut self, text: &str, number: usize) -> Result<(), Cause> {
        let inside = text.trim_start_matches([' ']);
        let indent = text.len() - inside.len();
        let tokens = tokens::read(inside.trim_end())?;
        let Some(first) = tokens.first() else {
            return Ok(());
        };
        let ends = matches!(first, Token::Name(name) if name == "else" || name == "elif");
        let before = self.blocks.begin_line(indent, ends, &first.written(), &mut self.program)?;
        match first {
            Token::Name(name) if name == "for" => self.repeat(&tokens, number, indent),
            Token::Name(name) if name == "if" => self.branch(&tokens, number, indent, Vec::new()),
            Token::Name(_) if ends => {
                let jumps = before.ok_or_else(|| Cause::syntax("ifBefore", first.written()))?;
                self.branch(&tokens, number, indent, jumps)
            }
            _ => self.simple(&tokens, number),
        }
    }

    /// `for NAME in range(…):`
    fn repeat(&mut self, tokens: &[Token], number: usize, indent: usize) -> Result<(), Cause> {
        let mut line = Line::new(tokens, number, &mut self.program);
        line.advance();
        let place = line.target()?;
        if !line.accept_word("in") {
            return line.problem("in");
        }
        if !line.accept_word("range") {
            return line.problem("range");
        }
        line.expect("(", "openingParenthesis")?;
        let count = line.arguments(Line::expression)?;
        if !(1..=2).contains(&count) {
            return Err(Cause::syntax("arguments", "range"));
        }
        line.colon()?;
        line.emit(Op::Range(count == 2));
        let next = line.emit(Op::Next { place, exit: 0 });
        self.blocks.open(indent, Kind::Loop(next))
    }

    /// `if CONDITION:`, `elif CONDITION:` or `else:`
    fn branch(&mut self, tokens: &[Token], number: usize, indent: usize, ends: Vec<usize>) -> Result<(), Cause> {
        let mut line = Line::new(tokens, number, &mut self.program);
        let conditional = !line.accept_word("else");
        let mut skip = None;
        if conditional {
            line.advance();
            line.expression()?;
            skip = Some(line.emit(Op::JumpUnless(0)));
        }
        line.colon()?;
        self.blocks.open(indent, Kind::Branch(skip, ends))
    }

    /// An assignment, `print`, or `pass`.
    fn simple(&mut self, tokens: &[Token], number: usize) -> Result<(), Cause> {
        let begin = self.program.code.len();
        let mut line = Line::new(tokens, number, &mut self.program);
        match line.name() {
            Some("pass") => line.advance(),
            Some("print") => line.print()?,
            Some(_) => {
                let place = line.assigned()?;
                let literal =
                    matches!(line.program.code[begin..], [(Op::Value(_), _)] | [(Op::Value(_), _), (Op::Negate, _)]);
                if literal && number <= self.given && self.factor != 1.0 {
                    line.emit(Op::Value(Value::Float(self.factor)));
                    line.emit(Op::Arithmetic(Arithmetic::Multiply));
                }
                line.emit(Op::Store(place));
            }
            None => return line.problem("statement"),
        }
        line.end()
    }
}

impl Line<'_> {
    /// A name that may be assigned to; its place.
    fn target(&mut self) -> Result<usize, Cause> {
        match self.name().filter(|name| !is_keyword(name)) {
            Some(name) => {
                self.advance();
                Ok(self.program.place(name))
            }
            None => self.problem("name"),
        }
    }

    /// Name, sign and value of an assignment; the place the value belongs to.
    fn assigned(&mut self) -> Result<usize, Cause> {
        if self.calls()
            || self.name().is_some_and(|name| matches!(name, "while" | "def" | "import" | "return" | "break"))
        {
            return self.problem("statement");
        }
        let place = self.target()?;
        if self.accept("=") {
            self.expression()?;
            return Ok(place);
        }
        let operator = self.sign().and_then(|sign| sign.strip_suffix("=")).and_then(Arithmetic::of_sign);
        let Some(operator) = operator else {
            return self.problem("equals");
        };
        self.advance();
        self.emit(Op::Load(place));
        self.expression()?;
        self.emit(Op::Arithmetic(operator));
        Ok(place)
    }

    /// `print(…)` of values and texts.
    fn print(&mut self) -> Result<(), Cause> {
        self.advance();
        self.expect("(", "openingParenthesis")?;
        self.arguments(|line| {
            if let Some(Token::Text(text)) = line.token() {
                line.advance();
                line.emit(Op::Say(text.clone()));
                return Ok(());
            }
            line.expression()?;
            line.emit(Op::Show);
            Ok(())
        })?;
        self.emit(Op::EndLine);
        Ok(())
    }

    /// The colon that ends a header.
    fn colon(&mut self) -> Result<(), Cause> {
        self.expect(":", "colon")?;
        if self.token().is_some() { self.problem("newLine") } else { Ok(()) }
    }
}
