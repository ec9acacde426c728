//! Lines with their indentation, written as code: assignments, `for`, `if` and `print`.

use super::code::{Op, Program};
use super::expression::is_keyword;
use super::line::Line;
use super::operator::Arithmetic;
use super::problem::{Cause, Problem};
use super::tokens::{self, Token};
use super::value::Value;
use super::{DEEPEST, LONGEST};

/// Compiles a program; numbers that the first `given` lines assign are multiplied by `factor`.
pub fn compile(lines: &[&str], given: usize, factor: f64) -> Result<Program, Problem> {
    let program = Program { floors: factor != 1.0, ..Program::default() };
    let mut compiler = Compiler { program, blocks: Vec::new(), opening: false, given, factor };
    let length: usize = lines.iter().map(|line| line.len() + 1).sum();
    if length > 4 * LONGEST || lines.iter().map(|line| line.chars().count() + 1).sum::<usize>() > LONGEST {
        return Err(Problem { line: 1, cause: Cause::syntax("shorter", "") });
    }
    for (number, line) in (1..).zip(lines) {
        compiler.line(line, number).map_err(|cause| Problem { line: number, cause })?;
    }
    if compiler.opening {
        return Err(Problem { line: lines.len(), cause: Cause::syntax("indent", "") });
    }
    compiler.close(0);
    Ok(compiler.program)
}

/// A block that is open: how far it is indented, and what is to be done where it ends.
struct Block {
    /// The indentation of its header.
    header: usize,
    /// The indentation of its lines, once the first was read.
    body: Option<usize>,
    kind: Kind,
}

enum Kind {
    /// The instruction that fetches the next number.
    Loop(usize),
    /// The jump past this branch, if there is a condition, and the jumps from the ends of the branches before it.
    Branch(Option<usize>, Vec<usize>),
}

struct Compiler {
    program: Program,
    blocks: Vec<Block>,
    /// Whether the line before ended in a colon.
    opening: bool,
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
        let before = self.indented(indent, ends, &first.written())?;
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

    /// Closes the blocks that a line of this indentation ends. Where the line goes on with a branch, gives the jumps from
    /// the ends of the branches before it.
    fn indented(&mut self, indent: usize, goes_on: bool, first: &str) -> Result<Option<Vec<usize>>, Cause> {
        let block = self.blocks.last_mut();
        if core::mem::take(&mut self.opening) {
            return match block {
                Some(block) if indent > block.header => {
                    block.body = Some(indent);
                    Ok(None)
                }
                _ => Err(Cause::syntax("indent", first)),
            };
        }
        let body = block.and_then(|block| block.body).unwrap_or(0);
        if indent > body {
            return Err(Cause::syntax("noIndent", first));
        }
        while let Some(block) = self.blocks.last() {
            if block.body.is_some_and(|body| body == indent) {
                return Ok(None);
            }
            let at_header = block.header == indent;
            if at_header && goes_on && matches!(block.kind, Kind::Branch(Some(_), _)) {
                return Ok(self.go_on());
            }
            self.close(self.blocks.len() - 1);
            if at_header {
                return Ok(None);
            }
        }
        if indent == 0 { Ok(None) } else { Err(Cause::syntax("sameIndent", first)) }
    }

    /// Ends a branch that another follows.
    fn go_on(&mut self) -> Option<Vec<usize>> {
        let Some(Block { kind: Kind::Branch(skip, mut ends), .. }) = self.blocks.pop() else {
            return None;
        };
        let line = self.program.code.last().map_or(1, |(_, line)| *line);
        ends.push(self.program.code.len());
        self.program.code.push((Op::Jump(0), line));
        if let Some(skip) = skip {
            self.program.land(skip);
        }
        Some(ends)
    }

    /// Closes all blocks but the first `count`.
    fn close(&mut self, count: usize) {
        while self.blocks.len() > count {
            match self.blocks.pop().map(|block| block.kind) {
                Some(Kind::Loop(next)) => {
                    let line = self.program.code.last().map_or(1, |(_, line)| *line);
                    self.program.code.push((Op::Jump(next), line));
                    self.program.land(next);
                }
                Some(Kind::Branch(skip, ends)) => skip.into_iter().chain(ends).for_each(|jump| self.program.land(jump)),
                None => {}
            }
        }
    }

    /// Opens a block after its header.
    fn open(&mut self, header: usize, kind: Kind) -> Result<(), Cause> {
        if self.blocks.len() == DEEPEST {
            return Err(Cause::syntax("simpler", ""));
        }
        self.blocks.push(Block { header, body: None, kind });
        self.opening = true;
        Ok(())
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
        self.open(indent, Kind::Loop(next))
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
        self.open(indent, Kind::Branch(skip, ends))
    }

    /// An assignment, `print`, or `pass`.
    fn simple(&mut self, tokens: &[Token], number: usize) -> Result<(), Cause> {
        let begin = self.program.code.len();
        let mut line = Line::new(tokens, number, &mut self.program);
        match line.name() {
            Some("pass") => line.advance(),
            Some("print") if line.calls() => line.print()?,
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
        self.advance();
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
