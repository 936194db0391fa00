<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name></name>
    <message>
        <source>Emergency</source>
        <translation>Emergencia</translation>
    </message>
    <message>
        <source>Same day</source>
        <translation>El mismo día</translation>
    </message>
    <message>
        <source>Within days</source>
        <translation>Próximos días</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>Cita normal</translation>
    </message>
    <message>
        <source>Self care</source>
        <translation>En casa</translation>
    </message>
    <message>
        <source>Red flag</source>
        <translation>Señal de peligro</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Swelling</source>
        <translation>Hinchazón</translation>
    </message>
    <message>
        <source>How it began</source>
        <translation>Cómo empezó</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Symptom</source>
        <translation>Síntoma</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No lo sé</translation>
    </message>
    <message>
        <source>Leaf, {urgency}, {name}</source>
        <translation>Hoja, {urgency}, {name}</translation>
    </message>
    <message>
        <source>Answer rule</source>
        <translation>Regla para responder</translation>
    </message>
    <message>
        <source>When to say yes or no: always shown</source>
        <translation>Cuándo decir sí o no: se muestra siempre</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Enunciados</translation>
    </message>
    <message>
        <source>Offer &quot;I am not sure&quot;</source>
        <translation>Ofrecer «No lo sé»</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>How to tell</source>
        <translation>Cómo saberlo</translation>
    </message>
    <message>
        <source>Why it is asked</source>
        <translation>Por qué se pregunta</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Dibujo</translation>
    </message>
    <message>
        <source>Note for authors</source>
        <translation>Nota para autores</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Pregunta nueva</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Enunciado</translation>
    </message>
    <message>
        <source>What it means exactly</source>
        <translation>Qué significa exactamente</translation>
    </message>
    <message>
        <source>Why it may lower the urgency</source>
        <translation>Por qué puede bajar la urgencia</translation>
    </message>
    <message>
        <source>Empty if it may not</source>
        <translation>Vacío si no puede</translation>
    </message>
    <message>
        <source>Usually true, when nothing is said</source>
        <translation>Normalmente cierto, si no se dice nada</translation>
    </message>
    <message>
        <source>New finding</source>
        <translation>Hallazgo nuevo</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>years, days or a word of your own</source>
        <translation>years (años), days (días) o una palabra propia</translation>
    </message>
    <message>
        <source>Lowest number</source>
        <translation>Número más bajo</translation>
    </message>
    <message>
        <source>Highest number</source>
        <translation>Número más alto</translation>
    </message>
    <message>
        <source>Words from a number on</source>
        <translation>Texto a partir de un número</translation>
    </message>
    <message>
        <source>Words below a number</source>
        <translation>Texto por debajo de un número</translation>
    </message>
    <message>
        <source>New number</source>
        <translation>Número nuevo</translation>
    </message>
    <message>
        <source>New advice</source>
        <translation>Consejo nuevo</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>For example: One calf is bigger than the other</source>
        <translation>Por ejemplo: Una pantorrilla está más grande que la otra</translation>
    </message>
    <message>
        <source>For example: Aged {n} or over</source>
        <translation>Por ejemplo: Tiene {n} o más</translation>
    </message>
    <message>
        <source>For example: Aged under {n}</source>
        <translation>Por ejemplo: Tiene menos de {n}</translation>
    </message>
    <message>
        <source>For example: you become short of breath</source>
        <translation>Por ejemplo: le falta el aire</translation>
    </message>
    <message>
        <source>Words that complete “… if”</source>
        <translation>Palabras que completan «… si»</translation>
    </message>
    <message>
        <source>New warning</source>
        <translation>Advertencia nueva</translation>
    </message>
    <message>
        <source>Medical name</source>
        <translation>Nombre médico</translation>
    </message>
    <message>
        <source>Plain name</source>
        <translation>Nombre sencillo</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>How long it takes to get better</source>
        <translation>Cuánto tarda en mejorar</translation>
    </message>
    <message>
        <source>In the first days</source>
        <translation>Los primeros días</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>Ejercicios</translation>
    </message>
    <message>
        <source>Back to activity</source>
        <translation>Vuelta a la actividad</translation>
    </message>
    <message>
        <source>New condition</source>
        <translation>Enfermedad nueva</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>It begins with https://</source>
        <translation>Empieza por https://</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>Day somebody last read it</source>
        <translation>Último día en que alguien la leyó</translation>
    </message>
    <message>
        <source>New source</source>
        <translation>Fuente nueva</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Comprobado</translation>
    </message>
    <message>
        <source>New picture</source>
        <translation>Dibujo nuevo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regiones</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nodos</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Add a node…</source>
        <translation>Añadir un nodo…</translation>
    </message>
    <message>
        <source>New region</source>
        <translation>Región nueva</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Usos</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Añadir una fuente…</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>tema</translation>
    </message>
    <message>
        <source>how to tell</source>
        <translation>cómo saberlo</translation>
    </message>
    <message>
        <source>why it is asked</source>
        <translation>por qué se pregunta</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>hallazgo</translation>
    </message>
    <message>
        <source>points needed</source>
        <translation>puntos necesarios</translation>
    </message>
    <message>
        <source>third answer</source>
        <translation>tercera respuesta</translation>
    </message>
    <message>
        <source>Not asked anywhere</source>
        <translation>No se pregunta en ningún sitio</translation>
    </message>
    <message>
        <source>Not used anywhere</source>
        <translation>No se usa en ningún sitio</translation>
    </message>
    <message>
        <source>Asked in 1 place</source>
        <translation>Se pregunta en 1 sitio</translation>
    </message>
    <message>
        <source>Used in 1 place</source>
        <translation>Se usa en 1 sitio</translation>
    </message>
    <message>
        <source>Asked in {n} places</source>
        <translation>Se pregunta en {n} sitios</translation>
    </message>
    <message>
        <source>Used in {n} places</source>
        <translation>Se usa en {n} sitios</translation>
    </message>
    <message>
        <source>{used}: this changes all of them.</source>
        <translation>{used}: esto los cambia todos.</translation>
    </message>
    <message>
        <source>Changed only here; 1 other place keeps the old text.</source>
        <translation>Cambiado solo aquí; otro lugar conserva el texto anterior.</translation>
    </message>
    <message>
        <source>Changed only here; {n} other places keep the old text.</source>
        <translation>Cambiado solo aquí; otros {n} lugares conservan el texto anterior.</translation>
    </message>
    <message>
        <source>Call {number} again if</source>
        <translation>Vuelva a llamar al {number} si</translation>
    </message>
    <message>
        <source>Call emergency services again if</source>
        <translation>Vuelva a llamar a emergencias si</translation>
    </message>
    <message>
        <source>Call {number} now if</source>
        <translation>Llame ahora al {number} si</translation>
    </message>
    <message>
        <source>Call emergency services if</source>
        <translation>Llame a emergencias si</translation>
    </message>
    <message>
        <source>Get help today if</source>
        <translation>Busque ayuda hoy mismo si</translation>
    </message>
    <message>
        <source>See a doctor within a few days if</source>
        <translation>Vaya al médico en los próximos días si</translation>
    </message>
    <message>
        <source>Make an appointment if</source>
        <translation>Pida una cita si</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Preguntas</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Consejos</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Advertencias</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Enfermedades</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Dibujos</translation>
    </message>
    <message>
        <source>reason why it reassures</source>
        <translation>razón por la que tranquiliza</translation>
    </message>
    <message>
        <source>answer rule</source>
        <translation>regla para responder</translation>
    </message>
    <message>
        <source>what is asked</source>
        <translation>lo que se pregunta</translation>
    </message>
    <message>
        <source>statements</source>
        <translation>enunciados</translation>
    </message>
    <message>
        <source>what follows</source>
        <translation>lo que sigue</translation>
    </message>
    <message>
        <source>exceptions</source>
        <translation>excepciones</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source>Used in {n} questions</source>
        <translation>Se usa en {n} preguntas</translation>
    </message>
    <message>
        <source>words below a number</source>
        <translation>texto por debajo de un número</translation>
    </message>
    <message>
        <source>time it takes</source>
        <translation>tiempo que tarda</translation>
    </message>
    <message>
        <source>first days</source>
        <translation>primeros días</translation>
    </message>
    <message>
        <source>exercises</source>
        <translation>ejercicios</translation>
    </message>
    <message>
        <source>back to activity</source>
        <translation>vuelta a la actividad</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>dibujo</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>fuentes</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>way to answer</source>
        <translation>forma de responder</translation>
    </message>
    <message>
        <source>then</source>
        <translation>después</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>{topic} · number</source>
        <translation>{topic} · número</translation>
    </message>
    <message>
        <source>{topic} · collects</source>
        <translation>{topic} · recoge</translation>
    </message>
    <message>
        <source>{topic} · list</source>
        <translation>{topic} · lista</translation>
    </message>
    <message>
        <source>Leaf</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>List that collects</source>
        <translation>Lista que recoge</translation>
    </message>
    <message>
        <source>Question that collects</source>
        <translation>Pregunta que recoge</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>{kind}: {name}</source>
        <translation>{kind}: {name}</translation>
    </message>
    <message>
        <source>{node}, then to {next}</source>
        <translation>{node}, después a {next}</translation>
    </message>
    <message>
        <source>{node}, Yes to {yes}, No to {no}</source>
        <translation>{node}, Sí a {yes}, No a {no}</translation>
    </message>
    <message>
        <source>when to say yes or no</source>
        <translation>cuándo decir sí o no</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>líneas</translation>
    </message>
    <message>
        <source>points</source>
        <translation>puntos</translation>
    </message>
    <message>
        <source>question that is asked</source>
        <translation>pregunta que se hace</translation>
    </message>
    <message>
        <source>what is counted</source>
        <translation>lo que se cuenta</translation>
    </message>
    <message>
        <source>title</source>
        <translation>título</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>enfermedad</translation>
    </message>
    <message>
        <source>other conditions</source>
        <translation>otras enfermedades</translation>
    </message>
    <message>
        <source>urgency</source>
        <translation>urgencia</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>motivo</translation>
    </message>
    <message>
        <source>what to do</source>
        <translation>qué hacer</translation>
    </message>
    <message>
        <source>what to avoid</source>
        <translation>qué evitar</translation>
    </message>
    <message>
        <source>safety net</source>
        <translation>red de seguridad</translation>
    </message>
    <message>
        <source>version</source>
        <translation>versión</translation>
    </message>
    <message>
        <source>language</source>
        <translation>idioma</translation>
    </message>
    <message>
        <source>intended use</source>
        <translation>para qué sirve</translation>
    </message>
    <message>
        <source>what it is not for</source>
        <translation>para qué no sirve</translation>
    </message>
    <message>
        <source>emergency note</source>
        <translation>aviso de emergencia</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>licencia</translation>
    </message>
    <message>
        <source>emergency number</source>
        <translation>número de emergencias</translation>
    </message>
    <message>
        <source>authors</source>
        <translation>autores</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>título</translation>
    </message>
    <message>
        <source>button</source>
        <translation>botón</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>enunciado</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>significado</translation>
    </message>
    <message>
        <source>usual value</source>
        <translation>valor habitual</translation>
    </message>
    <message>
        <source>why it reassures</source>
        <translation>por qué tranquiliza</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unidad</translation>
    </message>
    <message>
        <source>lowest number</source>
        <translation>número más bajo</translation>
    </message>
    <message>
        <source>highest number</source>
        <translation>número más alto</translation>
    </message>
    <message>
        <source>words below a threshold</source>
        <translation>texto por debajo de un umbral</translation>
    </message>
    <message>
        <source>citation</source>
        <translation>cita</translation>
    </message>
    <message>
        <source>address</source>
        <translation>dirección</translation>
    </message>
    <message>
        <source>year</source>
        <translation>año</translation>
    </message>
    <message>
        <source>day it was checked</source>
        <translation>día en que se comprobó</translation>
    </message>
    <message>
        <source>medical name</source>
        <translation>nombre médico</translation>
    </message>
    <message>
        <source>plain name</source>
        <translation>nombre sencillo</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>resumen</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>color</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>nodos</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>recuperación</translation>
    </message>
    <message>
        <source>story</source>
        <translation>relato</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>hallazgos</translation>
    </message>
    <message>
        <source>expected result</source>
        <translation>resultado esperado</translation>
    </message>
    <message>
        <source>facts</source>
        <translation>hechos</translation>
    </message>
    <message>
        <source>lowest urgency</source>
        <translation>urgencia mínima</translation>
    </message>
    <message>
        <source>exemptions</source>
        <translation>excepciones</translation>
    </message>
    <message>
        <source>never lowers</source>
        <translation>nunca baja</translation>
    </message>
    <message>
        <source>level</source>
        <translation>nivel</translation>
    </message>
    <message>
        <source>leaves</source>
        <translation>hojas</translation>
    </message>
    <message>
        <source>most questions</source>
        <translation>máximo de preguntas</translation>
    </message>
    <message>
        <source>source</source>
        <translation>fuente</translation>
    </message>
    <message>
        <source>first question</source>
        <translation>primera pregunta</translation>
    </message>
    <message>
        <source>review</source>
        <translation>revisión</translation>
    </message>
    <message>
        <source>question</source>
        <translation>pregunta</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>consejo</translation>
    </message>
    <message>
        <source>warning sign</source>
        <translation>señal de alarma</translation>
    </message>
    <message>
        <source>safety rule</source>
        <translation>regla de seguridad</translation>
    </message>
    <message>
        <source>case</source>
        <translation>caso</translation>
    </message>
    <message>
        <source>region</source>
        <translation>región</translation>
    </message>
    <message>
        <source>node</source>
        <translation>nodo</translation>
    </message>
    <message>
        <source>about this tree</source>
        <translation>sobre este árbol</translation>
    </message>
    <message>
        <source>first page</source>
        <translation>primera página</translation>
    </message>
    <message>
        <source>These conditions do nothing, the rule holds without them: {facts}.</source>
        <translation>Estas condiciones no cambian nada; la regla se cumple sin ellas: {facts}.</translation>
    </message>
    <message>
        <source>What would hold without the exemption “{why}” is not decided.</source>
        <translation>No se ha podido decidir qué se cumpliría sin la excepción «{why}».</translation>
    </message>
    <message>
        <source>The exemption “{why}” does nothing: the rule holds without it.</source>
        <translation>La excepción «{why}» no cambia nada: la regla se cumple sin ella.</translation>
    </message>
    <message>
        <source>Without the exemption “{why}” only “{level}” would be guaranteed. One extra answer does it: {facts}.</source>
        <translation>Sin la excepción «{why}» solo se garantizaría «{level}». Basta una respuesta más: {facts}.</translation>
    </message>
    <message>
        <source>Without the exemption “{why}” only “{level}” would be guaranteed. These answers do it: {facts}.</source>
        <translation>Sin la excepción «{why}» solo se garantizaría «{level}». Bastan estas respuestas: {facts}.</translation>
    </message>
    <message>
        <source>What would hold without the condition “{fact}” is not decided.</source>
        <translation>No se ha podido decidir qué se cumpliría sin la condición «{fact}».</translation>
    </message>
    <message>
        <source>Without the condition “{fact}” only “{level}” would be guaranteed.</source>
        <translation>Sin la condición «{fact}» solo se garantizaría «{level}».</translation>
    </message>
    <message>
        <source>{number} is not possible here. Choose a number from {least} to {most}.</source>
        <translation>{number} no es posible aquí. Elija un número de {least} a {most}.</translation>
    </message>
</context>
<context>
    <name>AboutPage</name>
    <message>
        <source>For example: {text}</source>
        <translation>Por ejemplo: {text}</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>What it is for, and for whom</source>
        <translation>Para qué sirve y para quién</translation>
    </message>
    <message>
        <source>What it is not for</source>
        <translation>Para qué no sirve</translation>
    </message>
    <message>
        <source>Emergency note</source>
        <translation>Aviso de emergencia</translation>
    </message>
    <message>
        <source>Shown before anything is asked</source>
        <translation>Se muestra antes de preguntar nada</translation>
    </message>
    <message>
        <source>Number to call in an emergency</source>
        <translation>Número al que llamar en una emergencia</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autores</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Un&amp;fold</source>
        <translation>&amp;Desplegar</translation>
    </message>
    <message>
        <source>&amp;Fold what is below</source>
        <translation>&amp;Plegar lo que hay debajo</translation>
    </message>
    <message>
        <source>Connect &amp;Yes to…</source>
        <translation>Conectar &amp;Sí con…</translation>
    </message>
    <message>
        <source>Connect &amp;No to…</source>
        <translation>Conectar &amp;No con…</translation>
    </message>
    <message>
        <source>&amp;Swap Yes and No</source>
        <translation>Int&amp;ercambiar Sí y No</translation>
    </message>
    <message>
        <source>T&amp;urn into a leaf</source>
        <translation>Con&amp;vertir en hoja</translation>
    </message>
    <message>
        <source>T&amp;urn into a question</source>
        <translation>Con&amp;vertir en pregunta</translation>
    </message>
    <message>
        <source>Only &amp;collect the answers…</source>
        <translation>So&amp;lo recoger las respuestas…</translation>
    </message>
    <message>
        <source>Give &amp;it a Yes and a No</source>
        <translation>Darle un Sí y un N&amp;o</translation>
    </message>
    <message>
        <source>Make it the fi&amp;rst question</source>
        <translation>Hacerla la p&amp;rimera pregunta</translation>
    </message>
    <message>
        <source>New re&amp;gion of the selection…</source>
        <translation>Re&amp;gión nueva con lo seleccionado…</translation>
    </message>
    <message>
        <source>Take out of its regions</source>
        <translation>Sacar de sus regiones</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Cor&amp;tar</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>Paste at Yes</source>
        <translation>Pegar en Sí</translation>
    </message>
    <message>
        <source>Paste at No</source>
        <translation>Pegar en No</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplicar</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>E&amp;liminar…</translation>
    </message>
    <message>
        <source>Delete, keep its Yes</source>
        <translation>Eliminar y conservar su Sí</translation>
    </message>
    <message>
        <source>&amp;Swap Yes and No (it only collects)</source>
        <translation>Int&amp;ercambiar Sí y No (solo recoge)</translation>
    </message>
    <message>
        <source>Connect &amp;what follows to…</source>
        <translation>Conectar lo &amp;que sigue con…</translation>
    </message>
    <message>
        <source>Paste after it</source>
        <translation>Pegar después</translation>
    </message>
    <message>
        <source>Delete, keep its No</source>
        <translation>Eliminar y conservar su No</translation>
    </message>
    <message>
        <source>Delete, keep what follows</source>
        <translation>Eliminar y conservar lo que sigue</translation>
    </message>
    <message>
        <source>Insert a question on Yes</source>
        <translation>Insertar una pregunta en Sí</translation>
    </message>
    <message>
        <source>Insert a question on No</source>
        <translation>Insertar una pregunta en No</translation>
    </message>
    <message>
        <source>Insert a question after it</source>
        <translation>Insertar una pregunta después</translation>
    </message>
    <message>
        <source>Collect first, then &amp;decide</source>
        <translation>Primero recoger y luego &amp;decidir</translation>
    </message>
    <message>
        <source>Copy with all belo&amp;w</source>
        <translation>Copiar con t&amp;odo lo de abajo</translation>
    </message>
    <message>
        <source>Duplicate with all bel&amp;ow</source>
        <translation>Duplicar con todo lo de aba&amp;jo</translation>
    </message>
    <message>
        <source>Delete with what is below</source>
        <translation>Eliminar con lo que hay debajo</translation>
    </message>
    <message>
        <source>Delete with te&amp;xts only it uses</source>
        <translation>Eliminar con los te&amp;xtos que solo usa él</translation>
    </message>
    <message>
        <source>Rena&amp;me the id…</source>
        <translation>Ca&amp;mbiar el identificador…</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Seleccionar todo</translation>
    </message>
    <message>
        <source>Select what is &amp;below</source>
        <translation>Seleccion&amp;ar lo que hay debajo</translation>
    </message>
    <message>
        <source>&amp;Tidy</source>
        <translation>&amp;Ordenar</translation>
    </message>
    <message>
        <source>Show only its &amp;ways in and out</source>
        <translation>Mostrar solo sus caminos de &amp;entrada y salida</translation>
    </message>
    <message>
        <source>Fit the selectio&amp;n</source>
        <translation>Ajustar a lo &amp;seleccionado</translation>
    </message>
    <message>
        <source>Show &amp;everything again</source>
        <translation>&amp;Volver a mostrar todo</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Acercar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>A&amp;lejar</translation>
    </message>
    <message>
        <source>Zoom to &amp;100 %</source>
        <translation>Zoom al &amp;100 %</translation>
    </message>
    <message>
        <source>Fit the whole &amp;map</source>
        <translation>Ajustar todo el &amp;mapa</translation>
    </message>
    <message>
        <source>Go to the selected box</source>
        <translation>Ir al recuadro seleccionado</translation>
    </message>
    <message>
        <source>Left to &amp;right, or top down</source>
        <translation>De izquierda a &amp;derecha, o de arriba abajo</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>&amp;Pregunta</translation>
    </message>
    <message>
        <source>Question that is there &amp;already…</source>
        <translation>Pregunta que &amp;ya existe…</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Lista</translation>
    </message>
    <message>
        <source>List that &amp;collects</source>
        <translation>Lista que &amp;recoge</translation>
    </message>
    <message>
        <source>&amp;Number…</source>
        <translation>&amp;Número…</translation>
    </message>
    <message>
        <source>&amp;Decision</source>
        <translation>&amp;Decisión</translation>
    </message>
    <message>
        <source>L&amp;eaf</source>
        <translation>&amp;Hoja</translation>
    </message>
</context>
<context>
    <name>AddBox</name>
    <message>
        <source>Nothing here is called that. Choose one from the list.</source>
        <translation>Aquí nada se llama así. Elija uno de la lista.</translation>
    </message>
    <message>
        <source>Not added yet. Press Enter here to add it, or Escape to go back.</source>
        <translation>Aún no se ha añadido. Pulse Intro aquí para añadirlo, o Escape para volver atrás.</translation>
    </message>
</context>
<context>
    <name>AmountField</name>
    <message>
        <source>Write a whole number from {least} to {most}, or leave it empty.</source>
        <translation>Escriba un número entero de {least} a {most}, o déjelo vacío.</translation>
    </message>
</context>
<context>
    <name>AnswerButtons</name>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Sí</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;No</translation>
    </message>
    <message>
        <source>I&apos;m not &amp;sure</source>
        <translation>No &amp;lo sé</translation>
    </message>
</context>
<context>
    <name>AnsweredByField</name>
    <message>
        <source>Answered by</source>
        <translation>Se responde con</translation>
    </message>
    <message>
        <source>Yes, no or not sure to one finding</source>
        <translation>Sí, no o no lo sé a un hallazgo</translation>
    </message>
    <message>
        <source>A list of statements to tick</source>
        <translation>Una lista de enunciados para marcar</translation>
    </message>
    <message>
        <source>A number, such as an age</source>
        <translation>Un número, como la edad</translation>
    </message>
</context>
<context>
    <name>AnswersDialog</name>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Choose it later</source>
        <translation>Elegirlo más tarde</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elija…</translation>
    </message>
    <message>
        <source>The file does not say this, and nothing is guessed.</source>
        <translation>El archivo no lo dice, y aquí no se adivina nada.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Type to find</source>
        <translation>Escriba para buscar</translation>
    </message>
    <message>
        <source>Find a node</source>
        <translation>Buscar un nodo</translation>
    </message>
    <message>
        <source>Nothing has these words.</source>
        <translation>Nada tiene estas palabras.</translation>
    </message>
</context>
<context>
    <name>BandChoice</name>
    <message>
        <source>Or choose:</source>
        <translation>O elija:</translation>
    </message>
    <message>
        <source>Or choose, if one of these fits:</source>
        <translation>O elija, si alguna de estas opciones es la suya:</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More commands</source>
        <translation>Más órdenes</translation>
    </message>
</context>
<context>
    <name>BeginLanguage</name>
    <message>
        <source>Code of the language:</source>
        <translation>Código del idioma:</translation>
    </message>
    <message>
        <source>Begin it</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>such as es, fr or pt-BR</source>
        <translation>por ejemplo es, fr o pt-BR</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Show the &amp;picture</source>
        <translation>Ver la i&amp;magen</translation>
    </message>
</context>
<context>
    <name>BringingIn</name>
    <message>
        <source>{name} was read. Compare this with the drawing:</source>
        <translation>Se ha leído {name}. Compare esto con el diagrama:</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Leyendo {name}…</translation>
    </message>
    <message>
        <source>{name} cannot become a tree yet. Nothing was changed.</source>
        <translation>{name} aún no puede convertirse en un árbol. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Save a &amp;template…</source>
        <translation>Guardar una &amp;plantilla…</translation>
    </message>
    <message>
        <source>Save a template</source>
        <translation>Guardar una plantilla</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>Escribiendo {name}…</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>{n} boxes; arrow keys follow the answers</source>
        <translation>{n} recuadros; las flechas siguen las respuestas</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>found</source>
        <translation>encontrado</translation>
    </message>
    <message>
        <source>no case</source>
        <translation>sin caso</translation>
    </message>
    <message>
        <source>paths part here</source>
        <translation>aquí se separan</translation>
    </message>
    <message>
        <source>added</source>
        <translation>añadido</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>quitado</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>re-routed</source>
        <translation>lleva a otro sitio</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>renombrado</translation>
    </message>
    <message>
        <source>Map of the tree</source>
        <translation>Mapa del árbol</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Desplegar</translation>
    </message>
    <message>
        <source>Fold what is below</source>
        <translation>Plegar lo que hay debajo</translation>
    </message>
    <message>
        <source>Drag to a box to connect it, or to empty ground for a new one</source>
        <translation>Arrastre hasta un recuadro para conectarlo, o hasta un sitio vacío para uno nuevo</translation>
    </message>
    <message>
        <source>First person: the more urgent result</source>
        <translation>Primera persona: el resultado más urgente</translation>
    </message>
    <message>
        <source>Second person, from where the paths part</source>
        <translation>Segunda persona, desde donde se separan los caminos</translation>
    </message>
    <message>
        <source>No case comes here</source>
        <translation>Ningún caso pasa por aquí</translation>
    </message>
    <message>
        <source>Found: {n}</source>
        <translation>Encontrados: {n}</translation>
    </message>
    <message>
        <source>Added: {n}</source>
        <translation>Añadidos: {n}</translation>
    </message>
    <message>
        <source>Changed: {n}</source>
        <translation>Modificados: {n}</translation>
    </message>
    <message>
        <source>Re-routed: {n}</source>
        <translation>Con otro destino: {n}</translation>
    </message>
    <message>
        <source>Renamed: {n}</source>
        <translation>Con otro nombre: {n}</translation>
    </message>
    <message>
        <source>Removed: {n}</source>
        <translation>Eliminados: {n}</translation>
    </message>
    <message>
        <source>The shortest path that breaks the rule</source>
        <translation>El camino más corto que incumple la regla</translation>
    </message>
    <message>
        <source>The path of the first person</source>
        <translation>El camino de la primera persona</translation>
    </message>
    <message>
        <source>The path of the case</source>
        <translation>El camino del caso</translation>
    </message>
    <message>
        <source>The path of the walk</source>
        <translation>El camino del recorrido</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Quitado</translation>
    </message>
</context>
<context>
    <name>CaseDialog</name>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Keep this case</source>
        <translation>Guardar este caso</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Sin decir</translation>
    </message>
    <message>
        <source>Add a condition…</source>
        <translation>Añadir una enfermedad…</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>Made from the story, if left empty</source>
        <translation>Se forma a partir de la historia si se deja vacío</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>Who it is and what happened</source>
        <translation>Quién es y qué pasó</translation>
    </message>
    <message>
        <source>Also right in its list</source>
        <translation>También vale en la lista</translation>
    </message>
    <message>
        <source>Findings (what is not here has its usual value)</source>
        <translation>Hallazgos (lo que no está aquí tiene su valor habitual)</translation>
    </message>
    <message>
        <source>Levels that would be right</source>
        <translation>Niveles que serían correctos</translation>
    </message>
    <message>
        <source>The best level</source>
        <translation>El mejor nivel</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>Where the case is from</source>
        <translation>De dónde viene el caso</translation>
    </message>
</context>
<context>
    <name>CasesJoin</name>
    <message>
        <source>remove case {name}</source>
        <translation>quitar el caso {name}</translation>
    </message>
    <message>
        <source>Select the cases to copy first.</source>
        <translation>Seleccione primero los casos que quiere copiar.</translation>
    </message>
    <message>
        <source>Copied as rows for a spreadsheet: {n}</source>
        <translation>Copiados como filas para una hoja de cálculo: {n}</translation>
    </message>
    <message>
        <source>paste {n} cases</source>
        <translation>pegar {n} casos</translation>
    </message>
    <message>
        <source>Pasted. New cases: {new}; changed: {changed}; as they were: {same}</source>
        <translation>Pegado. Casos nuevos: {new}; cambiados: {changed}; como estaban: {same}</translation>
    </message>
    <message>
        <source>Nothing was pasted:</source>
        <translation>No se ha pegado nada:</translation>
    </message>
    <message>
        <source>Row {n}: {why}</source>
        <translation>Fila {n}: {why}</translation>
    </message>
    <message>
        <source>And more rows: {n}</source>
        <translation>Y más filas: {n}</translation>
    </message>
</context>
<context>
    <name>CasesPanel</name>
    <message>
        <source>Running…</source>
        <translation>En marcha…</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>Todos los casos</translation>
    </message>
    <message>
        <source>Not right</source>
        <translation>No correctos</translation>
    </message>
    <message>
        <source>Under-triage</source>
        <translation>Menos urgente de lo debido</translation>
    </message>
    <message>
        <source>Over-triage</source>
        <translation>Más urgente de lo debido</translation>
    </message>
    <message>
        <source>Condition not first</source>
        <translation>Enfermedad no en primer lugar</translation>
    </message>
    <message>
        <source>Condition missed</source>
        <translation>Enfermedad no nombrada</translation>
    </message>
    <message>
        <source>Which cases to show</source>
        <translation>Qué casos mostrar</translation>
    </message>
    <message>
        <source>Find a case</source>
        <translation>Buscar un caso</translation>
    </message>
    <message>
        <source>Show &amp;coverage on the map</source>
        <translation>Mostrar la &amp;cobertura en el mapa</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>Añadi&amp;r…</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>Triaje</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Enfermedad</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Preguntas</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Copy cases as rows of a table, or paste rows</source>
        <translation>Copiar casos como filas de una tabla o pegar filas</translation>
    </message>
    <message>
        <source>Path of the case</source>
        <translation>Camino del caso</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Camino</translation>
    </message>
    <message>
        <source>Triage table</source>
        <translation>Tabla de triaje</translation>
    </message>
    <message>
        <source>&amp;Copy the selected cases as rows</source>
        <translation>&amp;Copiar los casos seleccionados como filas</translation>
    </message>
    <message>
        <source>&amp;Paste rows as cases</source>
        <translation>&amp;Pegar filas como casos</translation>
    </message>
    <message>
        <source>Cases…</source>
        <translation>Casos…</translation>
    </message>
    <message>
        <source>Cases: {n} under</source>
        <translation>Casos: {n} por debajo</translation>
    </message>
    <message>
        <source>Cases: {n} over</source>
        <translation>Casos: {n} por encima</translation>
    </message>
    <message>
        <source>Cases {n} ok</source>
        <translation>Casos: {n} bien</translation>
    </message>
    <message>
        <source>No cases yet</source>
        <translation>Aún no hay casos</translation>
    </message>
    <message>
        <source>Under-triage: {n} of {all}</source>
        <translation>Menos urgente de lo debido: {n} de {all}</translation>
    </message>
    <message>
        <source>{n} of {all} right</source>
        <translation>{n} de {all} correctos</translation>
    </message>
    <message>
        <source>A case is a person whose result is known. Add one, or record a walk as a case.</source>
        <translation>Un caso es una persona cuyo resultado se conoce. Añada uno, o guarde un recorrido como caso.</translation>
    </message>
    <message>
        <source>Over-triage {over}   Condition first {first}, listed {listed}   Questions: median {median}, most {most}   Conditions named: {mean:.1f}</source>
        <translation>Más urgente de lo debido: {over}   Enfermedad en primer lugar {first}, en la lista {listed}   Preguntas: mediana {median}, máximo {most}   Enfermedades nombradas: {mean:.1f}</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Primera</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>En la lista</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>No nombrada</translation>
    </message>
    <message>
        <source>None expected</source>
        <translation>Ninguna esperada</translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>Your path</source>
        <translation>Su camino</translation>
    </message>
    <message>
        <source>Back to the &amp;question</source>
        <translation>Volver a la &amp;pregunta</translation>
    </message>
    <message>
        <source>Yo&amp;ur path</source>
        <translation>S&amp;u camino</translation>
    </message>
    <message>
        <source>Not asked: could not change the result ({number})
{questions}</source>
        <translation>No se preguntó: no podía cambiar el resultado ({number})
{questions}</translation>
    </message>
    <message>
        <source>Your result</source>
        <translation>Su resultado</translation>
    </message>
    <message>
        <source>{said}; does not apply: {statements}</source>
        <translation>{said}; no se cumple: {statements}</translation>
    </message>
    <message>
        <source>Not sure: {statement}</source>
        <translation>No lo sé: {statement}</translation>
    </message>
    <message>
        <source>The other one does not apply</source>
        <translation>Lo otro no se cumple</translation>
    </message>
    <message>
        <source>The other {number} do not apply</source>
        <translation>Lo demás ({number}) no se cumple</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Lista de comprobación</translation>
    </message>
    <message>
        <source>What is needed</source>
        <translation>Qué hace falta</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Still to do: {n}. Choose a line to go to the field.</source>
        <translation>Falta por hacer: {n}. Elija una línea para ir al campo.</translation>
    </message>
    <message>
        <source>Also among the problems: {problems}.</source>
        <translation>También entre los problemas: {problems}.</translation>
    </message>
    <message>
        <source>All of this is there.</source>
        <translation>Todo esto ya está.</translation>
    </message>
    <message>
        <source>A title</source>
        <translation>Un título</translation>
    </message>
    <message>
        <source>What the tree is for, and for whom</source>
        <translation>Para qué sirve el árbol y para quién</translation>
    </message>
    <message>
        <source>What it is not for</source>
        <translation>Para qué no sirve</translation>
    </message>
    <message>
        <source>When to call for help before anything is asked</source>
        <translation>Cuándo pedir ayuda antes de preguntar nada</translation>
    </message>
    <message>
        <source>The number to call in an emergency</source>
        <translation>El número al que llamar en una emergencia</translation>
    </message>
    <message>
        <source>Every question is written</source>
        <translation>Todas las preguntas están escritas</translation>
    </message>
    <message>
        <source>Every leaf says what it must</source>
        <translation>Cada hoja dice lo que debe decir</translation>
    </message>
    <message>
        <source>A source</source>
        <translation>Una fuente</translation>
    </message>
    <message>
        <source>A safety rule</source>
        <translation>Una regla de seguridad</translation>
    </message>
    <message>
        <source>A case</source>
        <translation>Un caso</translation>
    </message>
    <message>
        <source>A clinician&apos;s signature; until then it is a draft</source>
        <translation>La firma de un profesional sanitario; hasta entonces es un borrador</translation>
    </message>
</context>
<context>
    <name>ChoiceButton</name>
    <message>
        <source>chosen</source>
        <translation>elegido</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Another colour…</source>
        <translation>Otro color…</translation>
    </message>
    <message>
        <source>Colour of the region</source>
        <translation>Color de la región</translation>
    </message>
</context>
<context>
    <name>CompareJoin</name>
    <message>
        <source>Nothing was saved yet, so there is nothing to compare with.</source>
        <translation>Aún no se ha guardado nada, así que no hay con qué comparar.</translation>
    </message>
    <message>
        <source>as saved</source>
        <translation>tal como se guardó</translation>
    </message>
    <message>
        <source>as it was saved on {when}</source>
        <translation>tal como se guardó el {when}</translation>
    </message>
    <message>
        <source>Compare with a file</source>
        <translation>Comparar con un archivo</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Leyendo {name}…</translation>
    </message>
    <message>
        <source>this tree as it was until {when}</source>
        <translation>este árbol tal como era hasta el {when}</translation>
    </message>
    <message>
        <source>{name}, written on {when}</source>
        <translation>{name}, escrito el {when}</translation>
    </message>
    <message>
        <source>Choose what to compare the open tree with.</source>
        <translation>Elija con qué comparar el árbol abierto.</translation>
    </message>
    <message>
        <source>Comparing with {other}…</source>
        <translation>Comparando con {other}…</translation>
    </message>
    <message>
        <source>You have decided which of the two you keep, so nothing is left to compare.</source>
        <translation>Ya ha decidido con cuál de los dos se queda, así que no queda nada que comparar.</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>With what was &amp;saved</source>
        <translation>Con lo &amp;guardado</translation>
    </message>
    <message>
        <source>With a f&amp;ile…</source>
        <translation>Con un ar&amp;chivo…</translation>
    </message>
    <message>
        <source>S&amp;top comparing</source>
        <translation>De&amp;jar de comparar</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Campos</translation>
    </message>
    <message>
        <source>Results that change</source>
        <translation>Resultados que cambian</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Choose what to compare the open tree with.</source>
        <translation>Elija con qué comparar el árbol abierto.</translation>
    </message>
    <message>
        <source>Before: {other}. Now: the open tree as it is.</source>
        <translation>Antes: {other}. Ahora: el árbol abierto tal como está.</translation>
    </message>
    <message>
        <source>There is no difference.</source>
        <translation>No hay ninguna diferencia.</translation>
    </message>
    <message>
        <source>Differences: {n}</source>
        <translation>Diferencias: {n}</translation>
    </message>
    <message>
        <source>Results that change: {n}</source>
        <translation>Resultados que cambian: {n}</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Quitado</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiado</translation>
    </message>
    <message>
        <source>Leads elsewhere</source>
        <translation>Lleva a otro sitio</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Con otro nombre</translation>
    </message>
    <message>
        <source>{old} is now {new}</source>
        <translation>{old} es ahora {new}</translation>
    </message>
    <message>
        <source>Case {id}</source>
        <translation>Caso {id}</translation>
    </message>
    <message>
        <source>Only this: {finding}</source>
        <translation>Solo esto: {finding}</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>Sin resultado</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identificador</translation>
    </message>
</context>
<context>
    <name>CountsField</name>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Add a fact to: {list}</source>
        <translation>Añadir un hecho a: {list}</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>For example: {text}</source>
        <translation>Por ejemplo: {text}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>In a year</source>
        <translation>Dentro de un año</translation>
    </message>
    <message>
        <source>{field}: today</source>
        <translation>{field}: hoy</translation>
    </message>
    <message>
        <source>{field}: in a year</source>
        <translation>{field}: dentro de un año</translation>
    </message>
    <message>
        <source>Write it as year, month, day, like 2026-11-24, or leave it empty.</source>
        <translation>Escríbalo como año, mes, día, como 2026-11-24, o déjelo vacío.</translation>
    </message>
</context>
<context>
    <name>DecisionForm</name>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>For authors: a person is never asked this</source>
        <translation>Para autores: nunca se pregunta a una persona</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Qué se cuenta</translation>
    </message>
    <message>
        <source>Points that make it a Yes</source>
        <translation>Puntos que hacen un Sí</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open a tree</source>
        <translation>Abrir un árbol</translation>
    </message>
    <message>
        <source>Trees (*.json);;All files (*)</source>
        <translation>Árboles (*.json);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Elegir un dibujo</translation>
    </message>
    <message>
        <source>Pictures (*.svg);;All files (*)</source>
        <translation>Dibujos (*.svg);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Already there: {names}</source>
        <translation>Ya existe: {names}</translation>
    </message>
    <message>
        <source>What is in there now will be written over.</source>
        <translation>Se sobrescribirá lo que contiene ahora.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>There is a problem</source>
        <translation>Hay un problema</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Algo salió mal</translation>
    </message>
    <message>
        <source>That did not work, and it is the program&apos;s fault. Your work is kept. You can go on.</source>
        <translation>Eso no funcionó, y es culpa del programa. Su trabajo se conserva. Puede seguir.</translation>
    </message>
    <message>
        <source>Save your changes?</source>
        <translation>¿Guardar los cambios?</translation>
    </message>
    <message>
        <source>{name} has changes that are not saved.</source>
        <translation>{name} tiene cambios sin guardar.</translation>
    </message>
    <message>
        <source>The program ended before {changes} changes to {name} were saved. They were begun on {when}.</source>
        <translation>El programa terminó antes de guardar {changes} cambios de {name}. Se empezaron el {when}.</translation>
    </message>
    <message>
        <source>The program ended before a change to {name} was saved. It was made on {when}.</source>
        <translation>El programa terminó antes de que se guardara un cambio en {name}. Se hizo el {when}.</translation>
    </message>
    <message>
        <source>What was changed after that is damaged and cannot be read.</source>
        <translation>Lo que se cambió después está dañado y no se puede leer.</translation>
    </message>
    <message>
        <source>Take back unsaved work?</source>
        <translation>¿Recuperar el trabajo sin guardar?</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Recuperarlo</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Tirarlo</translation>
    </message>
    <message>
        <source>Ask me later</source>
        <translation>Preguntar más tarde</translation>
    </message>
    <message>
        <source>{name} is no longer there.</source>
        <translation>{name} ya no está.</translation>
    </message>
    <message>
        <source>“Keep mine” makes it again when you save.</source>
        <translation>«Conservar lo mío» lo crea de nuevo al guardar.</translation>
    </message>
    <message>
        <source>{name} cannot be read any more.</source>
        <translation>{name} ya no se puede leer.</translation>
    </message>
    <message>
        <source>It may be a folder now, or you may not read it. Save your tree elsewhere.</source>
        <translation>Puede que ahora sea una carpeta, o que usted no tenga permiso para leerlo. Guarde su árbol en otro lugar.</translation>
    </message>
    <message>
        <source>{name} was changed by another program.</source>
        <translation>Otro programa ha cambiado {name}.</translation>
    </message>
    <message>
        <source>“Keep mine” writes over it when you save; what it holds now is kept as a backup.</source>
        <translation>«Conservar lo mío» lo sobrescribe al guardar; lo que contiene ahora se conserva como copia de seguridad.</translation>
    </message>
    <message>
        <source>“Take theirs” can be undone.</source>
        <translation>«Tomar lo suyo» se puede deshacer.</translation>
    </message>
    <message>
        <source>You have changes that are not in the file: {n}.</source>
        <translation>Tiene cambios que no están en el archivo: {n}.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Conservar lo mío</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Tomar lo suyo</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Guardar en otro sitio…</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir más tarde</translation>
    </message>
    <message>
        <source>{who} has been editing it since {since}.</source>
        <translation>{who} lo está editando desde {since}.</translation>
    </message>
    <message>
        <source>You can edit a copy, which you save under another name, or only look at it.</source>
        <translation>Puede editar una copia, que guardará con otro nombre, o solo verlo.</translation>
    </message>
    <message>
        <source>kneetree cannot tell whether somebody edits the file on another computer.</source>
        <translation>kneetree no puede saber si alguien edita el archivo en otro ordenador.</translation>
    </message>
    <message>
        <source>{name} is being edited in another window.</source>
        <translation>{name} se está editando en otra ventana.</translation>
    </message>
    <message>
        <source>Edit a copy</source>
        <translation>Editar una copia</translation>
    </message>
    <message>
        <source>Only look</source>
        <translation>Solo ver</translation>
    </message>
    <message>
        <source>You have not come to the end. Until kneetree is closed, “Back to my answers” on the first page goes on with them.</source>
        <translation>No ha llegado al final. Hasta que cierre kneetree, «Volver a mis respuestas», en la primera página, sigue con ellas.</translation>
    </message>
    <message>
        <source>Leave the questions?</source>
        <translation>¿Dejar las preguntas?</translation>
    </message>
    <message>
        <source>You have not printed, saved or copied it, and your answers are not kept.</source>
        <translation>No lo ha impreso, guardado ni copiado, y sus respuestas no se conservan.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Back to the result</source>
        <translation>Volver al resultado</translation>
    </message>
    <message>
        <source>Leave the result?</source>
        <translation>¿Dejar el resultado?</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Guías</translation>
    </message>
    <message>
        <source>Arrow keys: from the question to the answers, and between them
Right in a list: to “Not sure” of the same line; Left: back to the line
Enter or Space: press the button that has the ring around it; Space: tick a box
Alt with the underlined letter: press that button (Alt+Y is Yes)
Tab and Shift+Tab: everything on the page, one after the other</source>
        <translation>Flechas: de la pregunta a las respuestas, y entre ellas
Derecha en una lista: a «No lo sé» de la misma línea; Izquierda: volver a la línea
Intro o Espacio: pulsar el botón que tiene el anillo alrededor; Espacio: marcar una casilla
Alt con la letra subrayada: pulsar ese botón (Alt+S es Sí)
Tab y Mayús+Tab: todo lo que hay en la página, una cosa tras otra</translation>
    </message>
    <message>
        <source>You have not come to the end, and your answers are not kept.</source>
        <translation>No ha llegado al final, y sus respuestas no se guardan.</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>Dejarlas</translation>
    </message>
    <message>
        <source>Go on answering</source>
        <translation>Seguir respondiendo</translation>
    </message>
    <message>
        <source>Questions about pain behind the knee, for a person at home and for the clinician who writes them.

kneetree is not a medical device and does not replace a doctor. It works offline: nothing you answer leaves this computer, and nothing is written unless you ask for a file.

{state}

The program is under the MIT licence, the questions and pictures under CC-BY-4.0.</source>
        <translation>Preguntas sobre el dolor detrás de la rodilla, para una persona en su casa y para el profesional sanitario que las escribe.

kneetree no es un producto sanitario y no sustituye al médico. Funciona sin conexión: nada de lo que responda sale de este equipo, y no se escribe nada salvo que pida un archivo.

{state}

El programa tiene la licencia MIT; las preguntas y los dibujos, la licencia CC-BY-4.0.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>take the file as it is on disk</source>
        <translation>tomar el archivo tal como está en el disco</translation>
    </message>
    <message>
        <source>recovered change</source>
        <translation>cambio recuperado</translation>
    </message>
</context>
<context>
    <name>EarlierAnswers</name>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>Retirado: {what}</translation>
    </message>
</context>
<context>
    <name>EarlierDialog</name>
    <message>
        <source>Earlier versions</source>
        <translation>Versiones anteriores</translation>
    </message>
    <message>
        <source>Earlier versions of {name}, by the time when they were replaced</source>
        <translation>Versiones anteriores de {name}, según el momento en que se sustituyeron</translation>
    </message>
    <message>
        <source>&amp;Compare with now</source>
        <translation>&amp;Comparar con la actual</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Restaurar</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>{when}   translation: {language}</source>
        <translation>{when}   traducción: {language}</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>no se puede leer</translation>
    </message>
    <message>
        <source>questions and results: {n}</source>
        <translation>preguntas y resultados: {n}</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>igual que ahora</translation>
    </message>
    <message>
        <source>entries that differ from now: {n}</source>
        <translation>entradas que difieren de la actual: {n}</translation>
    </message>
</context>
<context>
    <name>EarlierVersions</name>
    <message>
        <source>There are no earlier versions of this file yet.</source>
        <translation>Todavía no hay versiones anteriores de este archivo.</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Versiones anteriores</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Restaurando…</translation>
    </message>
    <message>
        <source>restore the version of {when}</source>
        <translation>restaurar la versión de {when}</translation>
    </message>
    <message>
        <source>What you saved is kept: File &gt; Earlier versions brings it back.</source>
        <translation>Lo que guardó se conserva: puede recuperarlo en Archivo &gt; Versiones anteriores.</translation>
    </message>
    <message>
        <source>What you saved cannot be kept: there is no room in {folder}, or no permission. To keep it, cancel and save the tree under another name first (File &gt; Save the tree as).</source>
        <translation>Lo que guardó no se puede conservar: no hay sitio en {folder} o falta el permiso. Para conservarlo, cancele y guarde antes el árbol con otro nombre (Archivo &gt; Guardar el árbol como).</translation>
    </message>
    <message>
        <source>There is no room in {folder}, or no permission. Until you close the tree, Undo brings it back; after that nothing does. Cancel, make room there or save the tree under another name, and restore again.</source>
        <translation>No hay sitio en {folder} o falta el permiso. Hasta que cierre el árbol, Deshacer lo recupera; después, nada. Cancele, haga sitio allí o guarde el árbol con otro nombre, y restaure de nuevo.</translation>
    </message>
    <message>
        <source>What is open now cannot be kept as an earlier version.</source>
        <translation>Lo que está abierto ahora no se puede conservar como versión anterior.</translation>
    </message>
    <message>
        <source>Restore all the same</source>
        <translation>Restaurar de todos modos</translation>
    </message>
    <message>
        <source>restore the translation into {language} of {when}</source>
        <translation>restaurar la traducción a {language} del {when}</translation>
    </message>
</context>
<context>
    <name>EditMode</name>
    <message>
        <source>This cannot be taken as it is, and is lost if you go on:</source>
        <translation>Esto no se puede guardar tal como está y se pierde si continúa:</translation>
    </message>
    <message>
        <source>Leave without what you typed?</source>
        <translation>¿Salir sin lo que ha escrito?</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Salir sin ello</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>&amp;Find and replace…</source>
        <translation>&amp;Buscar y reemplazar…</translation>
    </message>
    <message>
        <source>&amp;Sign off…</source>
        <translation>&amp;Firmar…</translation>
    </message>
    <message>
        <source>Try from &amp;here</source>
        <translation>Pro&amp;bar desde aquí</translation>
    </message>
    <message>
        <source>Parts of the tr&amp;ee…</source>
        <translation>Pa&amp;rtes del árbol…</translation>
    </message>
    <message>
        <source>Tra&amp;nslate…</source>
        <translation>Trad&amp;ucir…</translation>
    </message>
    <message>
        <source>What changed since the re&amp;view</source>
        <translation>Qué ha cambiado desde la re&amp;visión</translation>
    </message>
    <message>
        <source>Small ma&amp;p</source>
        <translation>Mapa peq&amp;ueño</translation>
    </message>
    <message>
        <source>Arrow keys: go along the tree; with Shift: select more</source>
        <translation>Flechas: recorrer el árbol; con Mayús: seleccionar más</translation>
    </message>
    <message>
        <source>Ctrl and arrow keys: move the selected boxes, with Shift in small steps</source>
        <translation>Ctrl y flechas: mover los recuadros seleccionados; con Mayús, a pasos pequeños</translation>
    </message>
    <message>
        <source>Alt+Left, Alt+Right: go to what follows Yes, or No</source>
        <translation>Alt+Izquierda, Alt+Derecha: ir a lo que sigue al Sí o al No</translation>
    </message>
    <message>
        <source>Enter: edit the selected box; Home: go to the first question; Escape: select nothing</source>
        <translation>Intro: editar el recuadro seleccionado; Inicio: ir a la primera pregunta; Escape: no seleccionar nada</translation>
    </message>
    <message>
        <source>Up, Down: go through the list; Left, Right: fold and unfold</source>
        <translation>Arriba, Abajo: recorrer la lista; Izquierda, Derecha: plegar y desplegar</translation>
    </message>
    <message>
        <source>Enter: edit the selected box</source>
        <translation>Intro: editar el recuadro seleccionado</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab: go to the next field, or the one before</source>
        <translation>Tab, Mayús+Tab: ir al campo siguiente o al anterior</translation>
    </message>
    <message>
        <source>Enter in a question that is new: go on with a new one on No; Ctrl+Enter: on Yes</source>
        <translation>Intro en una pregunta que es nueva: seguir con otra nueva en No; Ctrl+Intro: en Sí</translation>
    </message>
    <message>
        <source>Enter in one written before: end the text; Shift+Enter: begin a line in it</source>
        <translation>Intro en una ya escrita: terminar el texto; Mayús+Intro: empezar una línea en él</translation>
    </message>
    <message>
        <source>Ctrl+Tab, Ctrl+Shift+Tab: go to the next panel, or the one before</source>
        <translation>Ctrl+Tab, Ctrl+Mayús+Tab: ir al panel siguiente o al anterior</translation>
    </message>
    <message>
        <source>Tab: go from the tabs into the panel; Enter: open the chosen line; Del: remove it</source>
        <translation>Tab: pasar de las pestañas al panel; Intro: abrir la línea elegida; Supr: quitarla</translation>
    </message>
    <message>
        <source>Escape: back to the map</source>
        <translation>Escape: volver al mapa</translation>
    </message>
    <message>
        <source>E&amp;dit</source>
        <translation>E&amp;ditar</translation>
    </message>
    <message>
        <source>&amp;Node</source>
        <translation>&amp;Nodo</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Mapa</translation>
    </message>
    <message>
        <source>In the whole editor</source>
        <translation>En todo el editor</translation>
    </message>
</context>
<context>
    <name>EmergencyPage</name>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimir…</translation>
    </message>
    <message>
        <source>Start &amp;again</source>
        <translation>&amp;Empezar de nuevo</translation>
    </message>
    <message>
        <source>I am sure now: ask me again</source>
        <translation>Ahora sí lo sé: pregúntemelo otra vez</translation>
    </message>
    <message>
        <source>I answered that by mistake</source>
        <translation>Lo respondí por error</translation>
    </message>
    <message>
        <source>I ticked that by mistake</source>
        <translation>Lo marqué por error</translation>
    </message>
</context>
<context>
    <name>EntryListField</name>
    <message>
        <source>This is in the list already.</source>
        <translation>Esto ya está en la lista.</translation>
    </message>
    <message>
        <source>{list}, {n} of {all}</source>
        <translation>{list}, {n} de {all}</translation>
    </message>
</context>
<context>
    <name>EntryPanel</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Editar…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Change it everywhere</source>
        <translation>Cambiarlo en todas partes</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Solo aquí</translation>
    </message>
    <message>
        <source>Change them all</source>
        <translation>Cambiarlo en todos</translation>
    </message>
    <message>
        <source>{line}: points</source>
        <translation>{line}: puntos</translation>
    </message>
    <message>
        <source>{used}. Enter changes it everywhere; if you leave it, it changes only here.</source>
        <translation>{used}. Intro lo cambia en todos los lugares; si sale del campo, cambia solo aquí.</translation>
    </message>
    <message>
        <source>{used}. Enter changes it everywhere, Escape leaves it as it was.</source>
        <translation>{used}. Intro lo cambia en todos los lugares; Escape lo deja como estaba.</translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>&amp;Ankle injury and ankle pain</source>
        <translation>Lesión y dolor de &amp;tobillo</translation>
    </message>
    <message>
        <source>&amp;Back pain</source>
        <translation>Dolor de &amp;espalda</translation>
    </message>
    <message>
        <source>Pain behind the &amp;knee</source>
        <translation>Dolor detrás de la &amp;rodilla</translation>
    </message>
</context>
<context>
    <name>ExemptionsField</name>
    <message>
        <source>Add an exception</source>
        <translation>Añadir una excepción</translation>
    </message>
</context>
<context>
    <name>FactAdder</name>
    <message>
        <source>Add a finding, or a number such as: {example}</source>
        <translation>Añada un hallazgo, o un número como: {example}</translation>
    </message>
    <message>
        <source>Add a finding…</source>
        <translation>Añadir un hallazgo…</translation>
    </message>
    <message>
        <source>Enter adds: {words}</source>
        <translation>Con Intro se añade: {words}</translation>
    </message>
</context>
<context>
    <name>FactsField</name>
    <message>
        <source>True</source>
        <translation>Cierto</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Falso</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No lo sé</translation>
    </message>
    <message>
        <source>Add a finding…</source>
        <translation>Añadir un hallazgo…</translation>
    </message>
    <message>
        <source>Add a finding to: {list}</source>
        <translation>Añadir un hallazgo a: {list}</translation>
    </message>
    <message>
        <source>Remove: {finding}</source>
        <translation>Quitar: {finding}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>New tree</source>
        <translation>Árbol nuevo</translation>
    </message>
    <message>
        <source>Give up your changes?</source>
        <translation>¿Renunciar a los cambios?</translation>
    </message>
    <message>
        <source>Give them up</source>
        <translation>Renunciar a ellos</translation>
    </message>
    <message>
        <source>Work that was not saved cannot be read, since its file is damaged.</source>
        <translation>No se puede leer un trabajo sin guardar porque su archivo está dañado.</translation>
    </message>
    <message>
        <source>A newer version of kneetree has left work that was not saved. Open it with that.</source>
        <translation>Una versión más reciente de kneetree dejó un trabajo sin guardar. Ábralo con esa versión.</translation>
    </message>
    <message>
        <source>There is a file among the unsaved work that is not of this version of kneetree.</source>
        <translation>Entre los trabajos sin guardar hay un archivo que no es de esta versión de kneetree.</translation>
    </message>
    <message>
        <source>Nothing was deleted. It is here: {path}</source>
        <translation>No se ha borrado nada. Está aquí: {path}</translation>
    </message>
    <message>
        <source>Nothing was deleted. There are {n} files like this, all of them in {path}</source>
        <translation>No se ha borrado nada. Hay {n} archivos como este, todos en {path}</translation>
    </message>
    <message>
        <source>Export the tree</source>
        <translation>Exportar el árbol</translation>
    </message>
    <message>
        <source>There can be no web page of these questions yet: {problem} Choose Edit to mend the tree.</source>
        <translation>Todavía no puede hacerse una página web de estas preguntas: {problem} Elija Editar para arreglar el árbol.</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>Escribiendo {name}…</translation>
    </message>
    <message>
        <source>Saved to {path}</source>
        <translation>Guardado en {path}</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Dibujo</translation>
    </message>
    <message>
        <source>Web page with all questions</source>
        <translation>Página web con todas las preguntas</translation>
    </message>
    <message>
        <source>Paper chart</source>
        <translation>Hoja en papel</translation>
    </message>
    <message>
        <source>Poster over several sheets</source>
        <translation>Cartel en varias hojas</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>{name} was changed by another program.</source>
        <translation>Otro programa ha cambiado {name}.</translation>
    </message>
    <message>
        <source>Reload from disk</source>
        <translation>Volver a leer del disco</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in all texts</source>
        <translation>Buscar en todos los textos</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Reemplazar por</translation>
    </message>
    <message>
        <source>Whole &amp;words</source>
        <translation>&amp;Palabras enteras</translation>
    </message>
    <message>
        <source>Regular e&amp;xpression</source>
        <translation>E&amp;xpresión regular</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>Ant&amp;erior</translation>
    </message>
    <message>
        <source>Match &amp;case</source>
        <translation>Distin&amp;guir mayúsculas</translation>
    </message>
    <message>
        <source>N&amp;ext</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Reemplazar</translation>
    </message>
    <message>
        <source>Replace &amp;all</source>
        <translation>Reemplazar &amp;todo</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Sitios encontrados</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>{n} found</source>
        <translation>{n} encontrados</translation>
    </message>
</context>
<context>
    <name>FindJoin</name>
    <message>
        <source>Not in the title of the tree: {reason}</source>
        <translation>No en el título del árbol: {reason}</translation>
    </message>
    <message>
        <source>replace &apos;{text}&apos; in {n} places</source>
        <translation>reemplazar «{text}» en {n} sitios</translation>
    </message>
    <message>
        <source>replace &apos;{text}&apos;</source>
        <translation>reemplazar «{text}»</translation>
    </message>
    <message>
        <source>Replaced in 1 place.</source>
        <translation>Sustituido en 1 lugar.</translation>
    </message>
    <message>
        <source>Replaced in {n} places.</source>
        <translation>Sustituido en {n} lugares.</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; was not taken yet. Press Enter in it to add it, or Escape to go back.</source>
        <translation>Aún no se ha añadido «{text}». Pulse Intro en su campo para añadirlo, o Escape para volver atrás.</translation>
    </message>
    <message>
        <source>Throw away what you have written here?</source>
        <translation>¿Descartar lo que ha escrito aquí?</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Descartarlo</translation>
    </message>
</context>
<context>
    <name>GroupedTable</name>
    <message>
        <source>{group}, folded</source>
        <translation>{group}, plegado</translation>
    </message>
    <message>
        <source>{group}, open</source>
        <translation>{group}, desplegado</translation>
    </message>
    <message>
        <source>{group} ({n})</source>
        <translation>{group} ({n})</translation>
    </message>
</context>
<context>
    <name>GuidesWindow</name>
    <message>
        <source>Guides</source>
        <translation>Guías</translation>
    </message>
    <message>
        <source>The chosen guide</source>
        <translation>La guía elegida</translation>
    </message>
    <message>
        <source>Open {address} in your browser?</source>
        <translation>¿Abrir {address} en su navegador?</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Abrirla</translation>
    </message>
    <message>
        <source>This needs the internet.</source>
        <translation>Para esto hace falta internet.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>Como se abrió</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Tables and drawings</source>
        <translation>Tablas y diagramas</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Import a table or a drawn flow chart</source>
        <translation>Importar una tabla o un diagrama de flujo</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Which page holds the questions?</source>
        <translation>¿En qué página están las preguntas?</translation>
    </message>
    <message>
        <source>Which sheet holds the questions?</source>
        <translation>¿En qué hoja están las preguntas?</translation>
    </message>
    <message>
        <source>{0} leads to {1} by {2}. Is that Yes or No?</source>
        <translation>{0} lleva a {1} por {2}. ¿Es Sí o No?</translation>
    </message>
    <message>
        <source>{0} leads to {1} by an arrow without a label. Is that Yes or No?</source>
        <translation>{0} lleva a {1} por una flecha sin etiqueta. ¿Es Sí o No?</translation>
    </message>
    <message>
        <source>How urgent is {0}?</source>
        <translation>¿Qué urgencia tiene {0}?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Id</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>Select a question, a decision or a leaf to edit it here.</source>
        <translation>Seleccione una pregunta, una decisión o una hoja para editarla aquí.</translation>
    </message>
    <message>
        <source>And {n} more: see Problems.</source>
        <translation>Y {n} más: véanse en Problemas.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>First question</source>
        <translation>Primera pregunta</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Leaf</source>
        <translation>Hoja</translation>
    </message>
</context>
<context>
    <name>InspectorJoin</name>
    <message>
        <source>edit {field} of {node}</source>
        <translation>editar {field} de {node}</translation>
    </message>
    <message>
        <source>This tree asks for that number already, so it is asked here too.</source>
        <translation>Este árbol ya pregunta ese número, así que aquí se pregunta el mismo.</translation>
    </message>
    <message>
        <source>Moved, so that it is within the new bounds.</source>
        <translation>Se ha movido para que quede dentro de los nuevos límites.</translation>
    </message>
    <message>
        <source>edit {field} of {part} {name}</source>
        <translation>editar {field} de {part} {name}</translation>
    </message>
    <message>
        <source>copy {part} {name} for one place</source>
        <translation>copiar {part} {name} para un solo sitio</translation>
    </message>
    <message>
        <source>Changed only in {node}; 1 other place keeps the old text.</source>
        <translation>Cambiado solo en {node}; otro lugar conserva el texto anterior.</translation>
    </message>
    <message>
        <source>Changed only in {node}; {n} other places keep the old text.</source>
        <translation>Cambiado solo en {node}; otros {n} lugares conservan el texto anterior.</translation>
    </message>
    <message>
        <source>To change them too, press &apos;Change them all&apos; below the text.</source>
        <translation>Para cambiarlos también, pulse «Cambiarlo en todos» debajo del texto.</translation>
    </message>
    <message>
        <source>{name} was not changed: {used}. Press Enter in it to change it everywhere.</source>
        <translation>{name} no se ha cambiado: {used}. Pulse Intro en el texto para cambiarlo en todos los lugares.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos;, typed in {node} ({field}), was not taken. It is still there.</source>
        <translation>«{text}», escrito en {node} ({field}), no se aceptó. Sigue ahí.</translation>
    </message>
    <message>
        <source>rename {old} to {new}</source>
        <translation>cambiar el nombre de {old} a {new}</translation>
    </message>
    <message>
        <source>add {part} {name}</source>
        <translation>añadir {part} {name}</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; was typed in {node} and is new, so it was added. Undo takes it away again.</source>
        <translation>«{text}» se escribió en {node} y es nuevo, así que se añadió. Deshacer lo quita.</translation>
    </message>
    <message>
        <source>use a pattern for {node}</source>
        <translation>usar un modelo para {node}</translation>
    </message>
</context>
<context>
    <name>ItemRow</name>
    <message>
        <source>Not sure</source>
        <translation>No lo sé</translation>
    </message>
    <message>
        <source>Not sure: {item}</source>
        <translation>No lo sé: {item}</translation>
    </message>
</context>
<context>
    <name>KneeWizard</name>
    <message>
        <source>Question {number}</source>
        <translation>Pregunta {number}</translation>
    </message>
    <message>
        <source>Question {number}, the last one</source>
        <translation>Pregunta {number}, la última</translation>
    </message>
    <message>
        <source>Question {number}, at most {more} more, since “not sure” leaves both possibilities open</source>
        <translation>Pregunta {number}, como mucho {more} más, porque «no lo sé» deja abiertas las dos posibilidades</translation>
    </message>
    <message>
        <source>Question {number}, at most {more} more</source>
        <translation>Pregunta {number}, como mucho {more} más</translation>
    </message>
</context>
<context>
    <name>LeafForm</name>
    <message>
        <source>How soon</source>
        <translation>Cuándo pedir ayuda</translation>
    </message>
    <message>
        <source>Most likely</source>
        <translation>Lo más probable</translation>
    </message>
    <message>
        <source>May also be, most likely first</source>
        <translation>También puede ser, lo más probable primero</translation>
    </message>
    <message>
        <source>Add a condition…</source>
        <translation>Añadir una enfermedad…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>The condition&apos;s name, if left empty</source>
        <translation>El nombre de la enfermedad, si se deja vacío</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Why this level and why this cause</source>
        <translation>Por qué este nivel y por qué esta causa</translation>
    </message>
    <message>
        <source>For the person who answers</source>
        <translation>Para la persona que responde</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>The first says where to go</source>
        <translation>El primero dice adónde ir</translation>
    </message>
    <message>
        <source>What to avoid</source>
        <translation>Qué evitar</translation>
    </message>
    <message>
        <source>When to get help after all</source>
        <translation>Cuándo pedir ayuda a pesar de todo</translation>
    </message>
    <message>
        <source>For example: you become short of breath</source>
        <translation>Por ejemplo: le falta el aire</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>The questions begin anew with the new file. Your answers are kept: “Back to my answers” on the first page goes on with them.</source>
        <translation>Las preguntas empiezan de nuevo con el archivo nuevo. Sus respuestas no se pierden: «Volver a mis respuestas», en la primera página, sigue con ellas.</translation>
    </message>
    <message>
        <source>Your earlier answers stay here until you give a new answer or close kneetree.</source>
        <translation>Sus respuestas anteriores siguen aquí hasta que dé otra respuesta o cierre kneetree.</translation>
    </message>
    <message>
        <source>Your answers to “{title}” stay here until you answer another question or close kneetree. Going back opens those questions again.</source>
        <translation>Sus respuestas a «{title}» siguen aquí hasta que responda otra pregunta o cierre kneetree. Al volver se abren otra vez esas preguntas.</translation>
    </message>
</context>
<context>
    <name>LibraryJoin</name>
    <message>
        <source>Select the one node that is to use it.</source>
        <translation>Seleccione el nodo que debe usarlo.</translation>
    </message>
    <message>
        <source>use {part} {name} at {node}</source>
        <translation>usar {part} {name} en {node}</translation>
    </message>
    <message>
        <source>delete {part} {name}</source>
        <translation>eliminar {part} {name}</translation>
    </message>
    <message>
        <source>delete {n} unused entries</source>
        <translation>eliminar {n} entradas sin uso</translation>
    </message>
    <message>
        <source>use {part} {new} instead of {old}</source>
        <translation>usar {part} {new} en lugar de {old}</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Which part of the library</source>
        <translation>Qué parte de la biblioteca</translation>
    </message>
    <message>
        <source>Find in the library</source>
        <translation>Buscar en la biblioteca</translation>
    </message>
    <message>
        <source>Only &amp;unused</source>
        <translation>Solo lo que no se &amp;usa</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Usos</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traducción</translation>
    </message>
    <message>
        <source>Use &amp;it here</source>
        <translation>Usar a&amp;quí</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>E&amp;liminar</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Editar…</translation>
    </message>
    <message>
        <source>Re&amp;place…</source>
        <translation>Sustitui&amp;r…</translation>
    </message>
    <message>
        <source>Delete all unused</source>
        <translation>Eliminar todo lo que no se usa</translation>
    </message>
    <message>
        <source>Where it is used</source>
        <translation>Dónde se usa</translation>
    </message>
    <message>
        <source>Delete all unused ({n})</source>
        <translation>Eliminar todo lo que no se usa ({n})</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} de {all}</translation>
    </message>
</context>
<context>
    <name>Loader</name>
    <message>
        <source>{name} does not open yet.</source>
        <translation>{name} todavía no se abre.</translation>
    </message>
    <message>
        <source>“Use the tree that comes with kneetree” in the File menu opens that one instead.</source>
        <translation>«Usar el árbol que viene con kneetree», en el menú Archivo, abre ese en su lugar.</translation>
    </message>
    <message>
        <source>{name} cannot be opened.</source>
        <translation>No se puede abrir {name}.</translation>
    </message>
    <message>
        <source>The exact reason: {reason}</source>
        <translation>El motivo exacto: {reason}</translation>
    </message>
    <message>
        <source>“Earlier versions” in the File menu has what this file held before.</source>
        <translation>En «Versiones anteriores», en el menú Archivo, está lo que este archivo contenía antes.</translation>
    </message>
</context>
<context>
    <name>LoweringPanel</name>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>Resuelto por</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>A quién afecta</translation>
    </message>
    <message>
        <source>What can lower a result</source>
        <translation>Qué puede rebajar un resultado</translation>
    </message>
    <message>
        <source>The paths of the two people</source>
        <translation>Los recorridos de las dos personas</translation>
    </message>
    <message>
        <source>The chosen finding</source>
        <translation>El hallazgo elegido</translation>
    </message>
    <message>
        <source>Can lower: not decided</source>
        <translation>Pueden rebajar: sin decidir</translation>
    </message>
    <message>
        <source>Can lower: {n}</source>
        <translation>Pueden rebajar: {n}</translation>
    </message>
    <message>
        <source>Can lower…</source>
        <translation>Pueden rebajar…</translation>
    </message>
    <message>
        <source>Not decided. {reason}</source>
        <translation>Sin decidir. {reason}</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>The tree asks about no finding yet</source>
        <translation>El árbol aún no pregunta por ningún hallazgo</translation>
    </message>
    <message>
        <source>Can lower a result: {n} of {all}. Not decided: {open}</source>
        <translation>Pueden rebajar un resultado: {n} de {all}. Sin decidir: {open}</translation>
    </message>
    <message>
        <source>No finding can lower a result</source>
        <translation>Ningún hallazgo puede rebajar un resultado</translation>
    </message>
    <message>
        <source>Can lower a result: {n} of {all}</source>
        <translation>Pueden rebajar un resultado: {n} de {all}</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>Sin decidir</translation>
    </message>
    <message>
        <source>A rule</source>
        <translation>Una regla</translation>
    </message>
    <message>
        <source>It reassures</source>
        <translation>Tranquiliza</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Nada todavía</translation>
    </message>
    <message>
        <source>Choose a finding to see whose result it lowers, and where the paths part.</source>
        <translation>Elija un hallazgo para ver a quién le rebaja el resultado y dónde se separan los recorridos.</translation>
    </message>
    <message>
        <source>It could not be decided whether this lowers a result; the tree is too hard for that.</source>
        <translation>No se ha podido decidir si esto rebaja un resultado; el árbol es demasiado difícil para ello.</translation>
    </message>
    <message>
        <source>There may be somebody whose result it lowers further.</source>
        <translation>Puede haber alguien a quien le rebaje más el resultado.</translation>
    </message>
    <message>
        <source>Without it: {level}</source>
        <translation>Sin ello: {level}</translation>
    </message>
    <message>
        <source>With it: {level}</source>
        <translation>Con ello: {level}</translation>
    </message>
    <message>
        <source>A rule says that it never does: {rule}</source>
        <translation>Una regla dice que nunca lo hace: {rule}</translation>
    </message>
    <message>
        <source>It may lower a result, because it reassures: {why}</source>
        <translation>Puede rebajar un resultado porque tranquiliza: {why}</translation>
    </message>
    <message>
        <source>No rule says that it never lowers a result, and it is not marked as reassuring.</source>
        <translation>Ninguna regla dice que nunca rebaje un resultado, y no está marcado como tranquilizador.</translation>
    </message>
    <message>
        <source>Two people both say: {facts}.</source>
        <translation>Dos personas dicen lo mismo: {facts}.</translation>
    </message>
    <message>
        <source>Two people have nothing else that is unusual.</source>
        <translation>Dos personas no tienen nada más fuera de lo habitual.</translation>
    </message>
    <message>
        <source>For one of them: {first}. The result is “{more}”. For the other: {second}. The result is “{less}”.</source>
        <translation>Para una de ellas: {first}. El resultado es «{more}». Para la otra: {second}. El resultado es «{less}».</translation>
    </message>
    <message>
        <source>Their paths part at “{node}”.</source>
        <translation>Sus recorridos se separan en «{node}».</translation>
    </message>
    <message>
        <source>Looking for the simplest such people…</source>
        <translation>Buscando a las personas más sencillas…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Check my knee</source>
        <translation>Revisar mi rodilla</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;New tree</source>
        <translation>Árbol &amp;nuevo</translation>
    </message>
    <message>
        <source>New fro&amp;m example</source>
        <translation>Nuevo a partir de un eje&amp;mplo</translation>
    </message>
    <message>
        <source>&amp;Open a tree…</source>
        <translation>A&amp;brir un árbol…</translation>
    </message>
    <message>
        <source>Open r&amp;ecent</source>
        <translation>Abrir r&amp;ecientes</translation>
    </message>
    <message>
        <source>Use the tree that comes with &amp;kneetree</source>
        <translation>Usar el árbol que viene con &amp;kneetree</translation>
    </message>
    <message>
        <source>&amp;Save the tree</source>
        <translation>&amp;Guardar el árbol</translation>
    </message>
    <message>
        <source>Save the tree &amp;as…</source>
        <translation>Guardar el árbol c&amp;omo…</translation>
    </message>
    <message>
        <source>Re&amp;vert to the file</source>
        <translation>&amp;Volver al archivo</translation>
    </message>
    <message>
        <source>Ear&amp;lier versions…</source>
        <translation>Versiones an&amp;teriores…</translation>
    </message>
    <message>
        <source>Import a table or a dra&amp;wing…</source>
        <translation>Im&amp;portar una tabla o un diagrama…</translation>
    </message>
    <message>
        <source>E&amp;xport the tree…</source>
        <translation>E&amp;xportar el árbol…</translation>
    </message>
    <message>
        <source>Start a&amp;gain</source>
        <translation>Empezar de n&amp;uevo</translation>
    </message>
    <message>
        <source>&amp;Print the result…</source>
        <translation>&amp;Imprimir el resultado…</translation>
    </message>
    <message>
        <source>Save the result as P&amp;DF…</source>
        <translation>Guardar el resultado como P&amp;DF…</translation>
    </message>
    <message>
        <source>Save the result as &amp;HTML…</source>
        <translation>Guardar el resultado como &amp;HTML…</translation>
    </message>
    <message>
        <source>&amp;Copy the result as text</source>
        <translation>&amp;Copiar el resultado como texto</translation>
    </message>
    <message>
        <source>&amp;Record this walk as a case…</source>
        <translation>Guardar este &amp;recorrido como caso…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Answer the questions</source>
        <translation>&amp;Responder las preguntas</translation>
    </message>
    <message>
        <source>&amp;Edit the questions</source>
        <translation>&amp;Editar las preguntas</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>C&amp;olores</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;Tamaño del texto</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Texto más &amp;grande</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Texto más &amp;pequeño</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Guides</source>
        <translation>&amp;Guías</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Teclado</translation>
    </message>
    <message>
        <source>&amp;About kneetree</source>
        <translation>&amp;Acerca de kneetree</translation>
    </message>
    <message>
        <source>Earl&amp;ier versions of {name}…</source>
        <translation>Versiones &amp;anteriores de {name}…</translation>
    </message>
    <message>
        <source>Insert on Y&amp;es</source>
        <translation>&amp;Insertar en Sí</translation>
    </message>
    <message>
        <source>Insert on N&amp;o</source>
        <translation>Insertar en N&amp;o</translation>
    </message>
    <message>
        <source>Insert &amp;after it</source>
        <translation>Insertar desp&amp;ués</translation>
    </message>
    <message>
        <source>New at Yes</source>
        <translation>Nuevo en Sí</translation>
    </message>
    <message>
        <source>New at No</source>
        <translation>Nuevo en No</translation>
    </message>
    <message>
        <source>New after it</source>
        <translation>Nuevo después</translation>
    </message>
    <message>
        <source>Chan&amp;ge it</source>
        <translation>Cam&amp;biarlo</translation>
    </message>
    <message>
        <source>Copy and &amp;paste</source>
        <translation>Copiar &amp;y pegar</translation>
    </message>
    <message>
        <source>On t&amp;he map</source>
        <translation>En el ma&amp;pa</translation>
    </message>
    <message>
        <source>Delete othe&amp;rwise</source>
        <translation>Eliminar de otra &amp;forma</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Small map</source>
        <translation>Mapa pequeño</translation>
    </message>
</context>
<context>
    <name>ModeBar</name>
    <message>
        <source>Answer the questions</source>
        <translation>Responder las preguntas</translation>
    </message>
</context>
<context>
    <name>MoreBelow</name>
    <message>
        <source>More below</source>
        <translation>Hay más abajo</translation>
    </message>
</context>
<context>
    <name>NewEntry</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Añadirlo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Choose one first.</source>
        <translation>Elija uno primero.</translation>
    </message>
    <message>
        <source>Give it a name first.</source>
        <translation>Póngale primero un nombre.</translation>
    </message>
    <message>
        <source>Write this in a few words first.</source>
        <translation>Escriba primero esto en pocas palabras.</translation>
    </message>
</context>
<context>
    <name>NodeForm</name>
    <message>
        <source>Where it leads</source>
        <translation>Adónde lleva</translation>
    </message>
    <message>
        <source>Yes and No lead to different places</source>
        <translation>Sí y No llevan a sitios distintos</translation>
    </message>
    <message>
        <source>It only collects the answer, then goes on</source>
        <translation>Solo recoge la respuesta y sigue</translation>
    </message>
    <message>
        <source>After the answer</source>
        <translation>Después de la respuesta</translation>
    </message>
    <message>
        <source>Yes leads to</source>
        <translation>Sí lleva a</translation>
    </message>
    <message>
        <source>No leads to</source>
        <translation>No lleva a</translation>
    </message>
    <message>
        <source>Then it goes on to</source>
        <translation>Después sigue a</translation>
    </message>
    <message>
        <source>For those who check it</source>
        <translation>Para quienes lo revisan</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Añadir una fuente…</translation>
    </message>
    <message>
        <source>Note for authors</source>
        <translation>Nota para autores</translation>
    </message>
    <message>
        <source>Never shown to a patient</source>
        <translation>Nunca se muestra a un paciente</translation>
    </message>
    <message>
        <source>Medical name</source>
        <translation>Nombre médico</translation>
    </message>
    <message>
        <source>Plain name</source>
        <translation>Nombre sencillo</translation>
    </message>
    <message>
        <source>As a patient would say it</source>
        <translation>Como lo diría un paciente</translation>
    </message>
    <message>
        <source>New condition</source>
        <translation>Enfermedad nueva</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Please give a whole number from {least} to {most} ({unit}).</source>
        <translation>Escriba un número entero de {least} a {most} ({unit}).</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>Unidad de tiempo</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>semanas</translation>
    </message>
    <message>
        <source>months</source>
        <translation>meses</translation>
    </message>
    <message>
        <source>years</source>
        <translation>años</translation>
    </message>
    <message>
        <source>{question} Number of {unit}, from {least} to {most}</source>
        <translation>{question} Número de {unit}, de {least} a {most}</translation>
    </message>
    <message>
        <source>= 1 day</source>
        <translation>= 1 día</translation>
    </message>
    <message>
        <source>= {number} days</source>
        <translation>= {number} días</translation>
    </message>
</context>
<context>
    <name>NumberForm</name>
    <message>
        <source>What it asks</source>
        <translation>Qué se pregunta</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>How old are you?</source>
        <translation>¿Cuántos años tiene?</translation>
    </message>
    <message>
        <source>Answer rule</source>
        <translation>Regla para responder</translation>
    </message>
    <message>
        <source>How to count: always shown</source>
        <translation>Cómo contar: se muestra siempre</translation>
    </message>
    <message>
        <source>Yes from this number on</source>
        <translation>Sí a partir de este número</translation>
    </message>
    <message>
        <source>The number</source>
        <translation>El número</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>years, days or a word of your own</source>
        <translation>years (años), days (días) o una palabra propia</translation>
    </message>
    <message>
        <source>Lowest number</source>
        <translation>Número más bajo</translation>
    </message>
    <message>
        <source>Highest number</source>
        <translation>Número más alto</translation>
    </message>
    <message>
        <source>Id of the number</source>
        <translation>Identificador del número</translation>
    </message>
    <message>
        <source>Words from a number on</source>
        <translation>Texto a partir de un número</translation>
    </message>
    <message>
        <source>Aged {n} or over</source>
        <translation>{n} años o más</translation>
    </message>
    <message>
        <source>Words below a number</source>
        <translation>Texto por debajo de un número</translation>
    </message>
    <message>
        <source>Aged under {n}</source>
        <translation>Menos de {n}</translation>
    </message>
    <message>
        <source>Offer &quot;I am not sure&quot;</source>
        <translation>Ofrecer «No lo sé»</translation>
    </message>
    <message>
        <source>For the person who answers</source>
        <translation>Para la persona que responde</translation>
    </message>
    <message>
        <source>How to tell</source>
        <translation>Cómo saberlo</translation>
    </message>
    <message>
        <source>How to count or work it out</source>
        <translation>Cómo contarlo o calcularlo</translation>
    </message>
    <message>
        <source>Why it is asked</source>
        <translation>Por qué se pregunta</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Tema</translation>
    </message>
</context>
<context>
    <name>OneEditor</name>
    <message>
        <source>{name} is being edited in another window; choose another name, or close it there first.</source>
        <translation>{name} se está editando en otra ventana; elija otro nombre o ciérrelo allí primero.</translation>
    </message>
    <message>
        <source>{name} is being edited in another window. Here you can only look at it.</source>
        <translation>{name} se está editando en otra ventana. Aquí solo puede verlo.</translation>
    </message>
    <message>
        <source>{name} is being edited in another window too. Your work stays open here: save it under another name (File &gt; Save the tree as), or close the other window first.</source>
        <translation>{name} se está editando también en otra ventana. Su trabajo sigue abierto aquí: guárdelo con otro nombre (Archivo &gt; Guardar el árbol como) o cierre antes la otra ventana.</translation>
    </message>
</context>
<context>
    <name>OrderButtons</name>
    <message>
        <source>Move up in: {list}</source>
        <translation>Subir en: {list}</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Subir (Alt+Arriba)</translation>
    </message>
    <message>
        <source>Move down in: {list}</source>
        <translation>Bajar en: {list}</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Bajar (Alt+Abajo)</translation>
    </message>
    <message>
        <source>Remove from: {list}</source>
        <translation>Quitar de: {list}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Find in the outline</source>
        <translation>Buscar en el esquema</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Esquema</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>Not reached from the first question</source>
        <translation>No se llega desde la primera pregunta</translation>
    </message>
    <message>
        <source>See {name}</source>
        <translation>Véase {name}</translation>
    </message>
    <message>
        <source>, has an error</source>
        <translation>, tiene un error</translation>
    </message>
    <message>
        <source>, has a warning</source>
        <translation>, tiene un aviso</translation>
    </message>
    <message>
        <source>{answer} of {question}: {node}</source>
        <translation>{answer} de {question}: {node}</translation>
    </message>
</context>
<context>
    <name>PanelTabs</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Panels whose tabs find no room here</source>
        <translation>Paneles cuyas pestañas no caben aquí</translation>
    </message>
    <message>
        <source>More panels</source>
        <translation>Más paneles</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Outline</source>
        <translation>Esquema</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Lista de comprobación</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>What can lower a result</source>
        <translation>Qué puede rebajar un resultado</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traducción</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Since review</source>
        <translation>Desde la revisión</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Can lower</source>
        <translation>Qué puede bajar</translation>
    </message>
</context>
<context>
    <name>PartsJoin</name>
    <message>
        <source>edit {field} of the tree</source>
        <translation>editar {field} del árbol</translation>
    </message>
    <message>
        <source>edit {field} of the first page</source>
        <translation>editar {field} de la primera página</translation>
    </message>
</context>
<context>
    <name>PartsWindow</name>
    <message>
        <source>Parts of the tree</source>
        <translation>Partes del árbol</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Partes</translation>
    </message>
    <message>
        <source>About this tree</source>
        <translation>Sobre este árbol</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Primera página</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regiones</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>PathList</name>
    <message>
        <source>{answer} (known)</source>
        <translation>{answer} (sabido)</translation>
    </message>
    <message>
        <source>{answer} (decided)</source>
        <translation>{answer} (decidido)</translation>
    </message>
</context>
<context>
    <name>PathPanel</name>
    <message>
        <source>Your path</source>
        <translation>Su camino</translation>
    </message>
    <message>
        <source>Wo&amp;rked out from your answers ({number})</source>
        <translation>Deducido de sus &amp;respuestas ({number})</translation>
    </message>
</context>
<context>
    <name>PatternBar</name>
    <message>
        <source>Call an ambulance</source>
        <translation>Llamar a una ambulancia</translation>
    </message>
    <message>
        <source>Be seen today</source>
        <translation>Ir hoy al médico</translation>
    </message>
    <message>
        <source>Look after it yourself</source>
        <translation>Cuidarse en casa</translation>
    </message>
    <message>
        <source>Begin with a pattern</source>
        <translation>Empezar con un modelo</translation>
    </message>
</context>
<context>
    <name>PickField</name>
    <message>
        <source>The only one with &apos;{text}&apos; in it. For a new one, type that again and press Ctrl+Enter.</source>
        <translation>La única que contiene «{text}». Para añadir una nueva, escríbalo otra vez y pulse Ctrl+Intro.</translation>
    </message>
    <message>
        <source>Nothing is called that yet. Press Enter here to add it, or Escape to go back.</source>
        <translation>Aún nada se llama así. Pulse Intro aquí para añadirlo, o Escape para volver.</translation>
    </message>
    <message>
        <source>Nothing here is called that. Choose one from the list.</source>
        <translation>Aquí nada se llama así. Elija uno de la lista.</translation>
    </message>
    <message>
        <source>This cannot be empty. Choose one from the list.</source>
        <translation>Esto no puede quedar vacío. Elija uno de la lista.</translation>
    </message>
</context>
<context>
    <name>PictureField</name>
    <message>
        <source>There is no picture called “{name}”.</source>
        <translation>No hay ningún dibujo llamado «{name}».</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Sin dibujo</translation>
    </message>
    <message>
        <source>Picture: {name}</source>
        <translation>Dibujo: {name}</translation>
    </message>
</context>
<context>
    <name>Points</name>
    <message>
        <source>Type a whole number from {least} to {most}. Until then it is {number}.</source>
        <translation>Escriba un número entero de {least} a {most}. Hasta entonces es {number}.</translation>
    </message>
</context>
<context>
    <name>PosterDialog</name>
    <message>
        <source>Poster over several sheets</source>
        <translation>Cartel en varias hojas</translation>
    </message>
    <message>
        <source>{name} ({wide} by {high} mm)</source>
        <translation>{name} ({wide} por {high} mm)</translation>
    </message>
    <message>
        <source>{n} %, text of {points} points</source>
        <translation>{n} %, texto de {points} puntos</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Papel</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Tamaño</translation>
    </message>
    <message>
        <source>Counting the sheets…</source>
        <translation>Contando las hojas…</translation>
    </message>
    <message>
        <source>It fits on one sheet.</source>
        <translation>Cabe en una hoja.</translation>
    </message>
    <message>
        <source>{pages} sheets: one that shows where each belongs, and {n} to trim along the marks and glue together.</source>
        <translation>{pages} hojas: una que muestra dónde va cada una y {n} para recortar por las marcas y pegar.</translation>
    </message>
    <message>
        <source>Boxes that are cut, since there is no room for them on a sheet: {n}.</source>
        <translation>Recuadros cortados porque no caben en una hoja: {n}.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Print the result</source>
        <translation>Imprimir el resultado</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>The pages</source>
        <translation>Las páginas</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimir…</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>The printer does not answer. Nothing is lost: try again, or save the result as PDF.</source>
        <translation>La impresora no responde. No se pierde nada: inténtelo otra vez, o guarde el resultado como PDF.</translation>
    </message>
    <message>
        <source>The printer has stopped. Save the result as PDF instead.</source>
        <translation>La impresora se ha parado. Guarde el resultado como PDF.</translation>
    </message>
    <message>
        <source>{name} could not be written to its end. Make room on the disk, or choose another folder.</source>
        <translation>{name} no se ha podido escribir hasta el final. Haga sitio en el disco o elija otra carpeta.</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Errors: {topic}</source>
        <translation>Errores: {topic}</translation>
    </message>
    <message>
        <source>Warnings: {topic}</source>
        <translation>Avisos: {topic}</translation>
    </message>
    <message>
        <source>Where answers lead</source>
        <translation>Adónde llevan las respuestas</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Questions and facts</source>
        <translation>Preguntas y datos</translation>
    </message>
    <message>
        <source>Texts not written yet</source>
        <translation>Textos aún sin escribir</translation>
    </message>
    <message>
        <source>Rules and cases</source>
        <translation>Reglas y casos</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>Traducciones</translation>
    </message>
    <message>
        <source>Library and drawing</source>
        <translation>Biblioteca y dibujo</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Redacción</translation>
    </message>
    <message>
        <source>Translate this text into {language}: it has no translation yet.</source>
        <translation>Traduzca este texto a {language}: aún no está traducido.</translation>
    </message>
    <message>
        <source>Translate this text into {language} again: the original has changed.</source>
        <translation>Traduzca otra vez este texto a {language}: el original ha cambiado.</translation>
    </message>
    <message>
        <source>Go through this translation into {language}: it does not have the same texts as the original.</source>
        <translation>Repase esta traducción a {language}: no tiene los mismos textos que el original.</translation>
    </message>
    <message>
        <source>The text of this translation into {language} is gone; it is left out at the next save.</source>
        <translation>El texto de esta traducción a {language} ya no existe; se omite la próxima vez que guarde.</translation>
    </message>
    <message>
        <source>Nobody can be asked in {language} without this text: translate it, or remove the language.</source>
        <translation>Sin este texto no se puede preguntar a nadie en {language}: tradúzcalo o quite el idioma.</translation>
    </message>
</context>
<context>
    <name>ProblemsJoin</name>
    <message>
        <source>delete {node}, which nothing leads to</source>
        <translation>eliminar {node}, a la que nada lleva</translation>
    </message>
    <message>
        <source>remove unused {node}</source>
        <translation>quitar {node}, que no se usa</translation>
    </message>
    <message>
        <source>remove the entry of {node}, which is a limit of a number</source>
        <translation>quitar la entrada de {node}, que es un límite de un número</translation>
    </message>
    <message>
        <source>add a question mark to {node}</source>
        <translation>añadir los signos de pregunta a {node}</translation>
    </message>
    <message>
        <source>begin {node} with a small letter</source>
        <translation>empezar {node} con minúscula</translation>
    </message>
    <message>
        <source>take the full stop from {node}</source>
        <translation>quitar el punto final de {node}</translation>
    </message>
    <message>
        <source>use one entry instead of {node}</source>
        <translation>usar una sola entrada en lugar de {node}</translation>
    </message>
    <message>
        <source>name each condition of {node} once</source>
        <translation>nombrar cada enfermedad de {node} una sola vez</translation>
    </message>
    <message>
        <source>forget what was drawn for {node}</source>
        <translation>olvidar lo dibujado para {node}</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Checking…</source>
        <translation>Revisando…</translation>
    </message>
    <message>
        <source>Fi&amp;x this</source>
        <translation>A&amp;rreglar esto</translation>
    </message>
    <message>
        <source>Look closer at the rules</source>
        <translation>Mirar las reglas más de cerca</translation>
    </message>
    <message>
        <source>Also finds rules with conditions that are not needed; takes a while</source>
        <translation>Encuentra también reglas con condiciones que sobran; tarda un poco</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué está mal</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Remedio</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>&amp;Ir allí</translation>
    </message>
    <message>
        <source>Problems…</source>
        <translation>Problemas…</translation>
    </message>
    <message>
        <source>Problems {n}</source>
        <translation>Problemas: {n}</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Sin problemas</translation>
    </message>
    <message>
        <source>Errors: {errors}   Warnings: {warnings}</source>
        <translation>Errores: {errors}   Avisos: {warnings}</translation>
    </message>
    <message>
        <source>{summary}   New: {n}</source>
        <translation>{summary}   Nuevos: {n}</translation>
    </message>
    <message>
        <source>New problems are listed once you leave the list.</source>
        <translation>Los problemas nuevos aparecerán cuando salga de la lista.</translation>
    </message>
    <message>
        <source>Solved: {where}</source>
        <translation>Resuelto: {where}</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <source>can be fixed</source>
        <translation>se puede corregir</translation>
    </message>
    <message>
        <source>The tree</source>
        <translation>El árbol</translation>
    </message>
    <message>
        <source>{part}: {name}</source>
        <translation>{part}: {name}</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>PuttingBack</name>
    <message>
        <source>This is what {name} held until {when}. Save to write it back.</source>
        <translation>Esto es lo que contenía {name} hasta {when}. Guarde para devolverlo al archivo.</translation>
    </message>
    <message>
        <source>This is what {name} held until {when}.</source>
        <translation>Esto es lo que contenía {name} hasta {when}.</translation>
    </message>
    <message>
        <source>What {name} holds now cannot be read, so kneetree cannot keep a copy of it and does not write over it. Save this version under another name (File &gt; Save the tree as), or move {name} away first.</source>
        <translation>Lo que hay ahora en {name} no se puede leer, así que kneetree no puede conservar una copia y no escribe encima. Guarde esta versión con otro nombre (Archivo &gt; Guardar el árbol como) o quite antes {name} de ahí.</translation>
    </message>
    <message>
        <source>The file is no longer there. Saving makes it again.</source>
        <translation>El archivo ya no está. Al guardar se vuelve a crear.</translation>
    </message>
    <message>
        <source>What the file holds now cannot be opened. It is kept all the same, as a backup.</source>
        <translation>Lo que contiene ahora el archivo no se puede abrir. Se conserva de todos modos como copia de seguridad.</translation>
    </message>
    <message>
        <source>Save the version of {when} as {name}?</source>
        <translation>¿Guardar la versión de {when} como {name}?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>QPrintPreviewDialog</name>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
</context>
<context>
    <name>QuestionForm</name>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>One thing at a time, ending in ?</source>
        <translation>Una sola cosa, entre ¿ y ?</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>Points that make it a Yes</source>
        <translation>Puntos que hacen un Sí</translation>
    </message>
    <message>
        <source>What it asks</source>
        <translation>Qué se pregunta</translation>
    </message>
    <message>
        <source>Offer &quot;I am not sure&quot;</source>
        <translation>Ofrecer «No lo sé»</translation>
    </message>
    <message>
        <source>Answer rule</source>
        <translation>Regla para responder</translation>
    </message>
    <message>
        <source>When to say yes or no: always shown</source>
        <translation>Cuándo decir sí o no: se muestra siempre</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Enunciados</translation>
    </message>
    <message>
        <source>A fact that is true or not</source>
        <translation>Un hecho que es cierto o no</translation>
    </message>
    <message>
        <source>For the person who answers</source>
        <translation>Para la persona que responde</translation>
    </message>
    <message>
        <source>How to tell</source>
        <translation>Cómo saberlo</translation>
    </message>
    <message>
        <source>How to look or feel for it</source>
        <translation>Cómo mirarlo o palparlo</translation>
    </message>
    <message>
        <source>Why it is asked</source>
        <translation>Por qué se pregunta</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Dibujo</translation>
    </message>
    <message>
        <source>The finding as a statement</source>
        <translation>El hallazgo como enunciado</translation>
    </message>
    <message>
        <source>For example: One calf is bigger than the other</source>
        <translation>Por ejemplo: Una pantorrilla está más grande que la otra</translation>
    </message>
    <message>
        <source>What it means exactly</source>
        <translation>Qué significa exactamente</translation>
    </message>
    <message>
        <source>For authors, where more has to be said</source>
        <translation>Para autores, si hay que decir algo más</translation>
    </message>
    <message>
        <source>Why it may lower the urgency</source>
        <translation>Por qué puede bajar la urgencia</translation>
    </message>
    <message>
        <source>Empty if it may not</source>
        <translation>Vacío si no puede</translation>
    </message>
    <message>
        <source>Usually true, when nothing is said</source>
        <translation>Normalmente cierto, si no se dice nada</translation>
    </message>
    <message>
        <source>Not written yet. What a Yes says to: {question}</source>
        <translation>Aún sin escribir. Lo que dice un Sí a: {question}</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>You have ticked no place. If it hurts somewhere else, continue.</source>
        <translation>No ha marcado ningún lugar. Si le duele en otro sitio, continúe.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>A&amp;trás</translation>
    </message>
    <message>
        <source>I&apos;m not &amp;sure</source>
        <translation>No &amp;lo sé</translation>
    </message>
    <message>
        <source>&amp;Keep this answer</source>
        <translation>&amp;Mantener esta respuesta</translation>
    </message>
    <message>
        <source>&amp;Why we ask</source>
        <translation>&amp;Por qué lo preguntamos</translation>
    </message>
    <message>
        <source>As you left it. It counts only once you continue.</source>
        <translation>Como usted lo dejó. Solo cuenta cuando continúe.</translation>
    </message>
    <message>
        <source>How to te&amp;ll</source>
        <translation>Cómo sa&amp;berlo</translation>
    </message>
    <message>
        <source>How to &amp;look</source>
        <translation>Cómo compro&amp;barlo</translation>
    </message>
    <message>
        <source>This does not apply, &amp;continue</source>
        <translation>Esto no se cumple, &amp;continuar</translation>
    </message>
    <message>
        <source>Neither of these, &amp;continue</source>
        <translation>Nada de esto, &amp;continuar</translation>
    </message>
    <message>
        <source>None of these, &amp;continue</source>
        <translation>Nada de esto, &amp;continuar</translation>
    </message>
    <message>
        <source>Neither of these applies, &amp;continue</source>
        <translation>No se cumple nada de esto, &amp;continuar</translation>
    </message>
    <message>
        <source>None of these applies, &amp;continue</source>
        <translation>No se cumple nada de esto, &amp;continuar</translation>
    </message>
    <message>
        <source>I cannot do this, &amp;continue</source>
        <translation>No puedo hacerlo, &amp;continuar</translation>
    </message>
    <message>
        <source>I can do neither of these, &amp;continue</source>
        <translation>No puedo hacer nada de esto, &amp;continuar</translation>
    </message>
    <message>
        <source>I can do none of these, &amp;continue</source>
        <translation>No puedo hacer nada de esto, &amp;continuar</translation>
    </message>
    <message>
        <source>Read &amp;on</source>
        <translation>Se&amp;guir leyendo</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Continuar</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Looking for work that was not saved…</source>
        <translation>Buscando trabajo sin guardar…</translation>
    </message>
    <message>
        <source>Looking at {name}…</source>
        <translation>Mirando {name}…</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>Abriendo {name}…</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>None yet</source>
        <translation>Ninguno todavía</translation>
    </message>
    <message>
        <source>The folder of this file does not answer.</source>
        <translation>La carpeta de este archivo no responde.</translation>
    </message>
    <message>
        <source>This is not a file any more.</source>
        <translation>Esto ya no es un archivo.</translation>
    </message>
    <message>
        <source>This file is no longer there.</source>
        <translation>Este archivo ya no está.</translation>
    </message>
    <message>
        <source>You may not read this file or its folder.</source>
        <translation>No tiene permiso para leer este archivo o su carpeta.</translation>
    </message>
    <message>
        <source>This file cannot be reached: {reason}.</source>
        <translation>No se puede acceder a este archivo: {reason}.</translation>
    </message>
</context>
<context>
    <name>RecordJoin</name>
    <message>
        <source>rename {old} to {new}</source>
        <translation>cambiar el nombre de {old} a {new}</translation>
    </message>
    <message>
        <source>add {part} {name}</source>
        <translation>añadir {part} {name}</translation>
    </message>
    <message>
        <source>remove {part} {name}</source>
        <translation>quitar {part} {name}</translation>
    </message>
    <message>
        <source>edit {field} of {part} {name}</source>
        <translation>editar {field} de {part} {name}</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Find in: {list}</source>
        <translation>Buscar en: {list}</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>Añadi&amp;r…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>Se usa en</translation>
    </message>
    <message>
        <source>Used in: {n}</source>
        <translation>Se usa en: {n}</translation>
    </message>
    <message>
        <source>Not used anywhere</source>
        <translation>No se usa en ningún sitio</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>kneetree keeps earlier versions of this file in {folder}, but none of them can be read.</source>
        <translation>kneetree guarda versiones anteriores de este archivo en {folder}, pero ninguna se puede leer.</translation>
    </message>
    <message>
        <source>kneetree keeps earlier versions of this file. The newest one that can be read is what the file held until {when}; anything you saved after that is not in it. It opens as unsaved work, and the file stays as it is until you save.</source>
        <translation>kneetree guarda versiones anteriores de este archivo. La más reciente que se puede leer es lo que contenía hasta {when}; lo que guardó después no está en ella. Se abre como trabajo sin guardar, y el archivo queda como está hasta que usted guarde.</translation>
    </message>
    <message>
        <source>{name} cannot be opened, but earlier versions of it are kept.</source>
        <translation>{name} no se puede abrir, pero se conservan versiones anteriores.</translation>
    </message>
    <message>
        <source>Open that version</source>
        <translation>Abrir esa versión</translation>
    </message>
    <message>
        <source>Show all versions…</source>
        <translation>Mostrar todas las versiones…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>There are no earlier versions of this file any more.</source>
        <translation>Ya no quedan versiones anteriores de este archivo.</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>&amp;Back</source>
        <translation>A&amp;trás</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimir…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>Guardar como P&amp;DF…</translation>
    </message>
    <message>
        <source>Save as HTM&amp;L…</source>
        <translation>Guardar como &amp;HTML…</translation>
    </message>
    <message>
        <source>&amp;Copy text</source>
        <translation>&amp;Copiar texto</translation>
    </message>
    <message>
        <source>Start &amp;again</source>
        <translation>&amp;Empezar de nuevo</translation>
    </message>
    <message>
        <source>Copy the sources</source>
        <translation>Copiar las fuentes</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Save the result as PDF</source>
        <translation>Guardar el resultado como PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the result as HTML</source>
        <translation>Guardar el resultado como HTML</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>Copied. You can now paste the result into a message or a document.</source>
        <translation>Copiado. Ya puede pegar el resultado en un mensaje o en un documento.</translation>
    </message>
    <message>
        <source>Copied. You can now paste the sources into a message or a document.</source>
        <translation>Copiado. Ya puede pegar las fuentes en un mensaje o en un documento.</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>Escribiendo {name}…</translation>
    </message>
    <message>
        <source>Saved to {path}</source>
        <translation>Guardado en {path}</translation>
    </message>
    <message>
        <source>{title}, result of {date}</source>
        <translation>{title}, resultado del {date}</translation>
    </message>
    <message>
        <source>These questions are not there in this language.</source>
        <translation>Estas preguntas no están en este idioma.</translation>
    </message>
    <message>
        <source>Answer the questions</source>
        <translation>Responder las preguntas</translation>
    </message>
</context>
<context>
    <name>ReviewJoin</name>
    <message>
        <source>withdraw the review</source>
        <translation>retirar la revisión</translation>
    </message>
</context>
<context>
    <name>ReviewStrip</name>
    <message>
        <source>Sign off…</source>
        <translation>Firmar…</translation>
    </message>
    <message>
        <source>Withdraw review</source>
        <translation>Retirar la revisión</translation>
    </message>
    <message>
        <source>Draft: no clinician has reviewed it</source>
        <translation>Borrador: ningún profesional sanitario lo ha revisado</translation>
    </message>
    <message>
        <source>Changed since {by}, {role}, reviewed it on {on}</source>
        <translation>Cambiado desde que {by}, {role}, lo revisó el {on}</translation>
    </message>
    <message>
        <source>Reviewed by {by}, {role}, on {on}; next review by {next}</source>
        <translation>Revisado por {by}, {role}, el {on}; próxima revisión antes del {next}</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>Outline</source>
        <translation>Esquema</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Paneles</translation>
    </message>
    <message>
        <source>Show or fold: {pane}</source>
        <translation>Mostrar u ocultar: {pane}</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Panel siguiente</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Panel anterior</translation>
    </message>
</context>
<context>
    <name>RowsBody</name>
    <message>
        <source>Add to: {list}</source>
        <translation>Añadir a: {list}</translation>
    </message>
    <message>
        <source>Add (Enter in the last one)</source>
        <translation>Añadir (Intro en la última)</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>Safety rule</source>
        <translation>Regla de seguridad</translation>
    </message>
    <message>
        <source>Keep this rule</source>
        <translation>Guardar esta regla</translation>
    </message>
    <message>
        <source>People with certain findings get a certain level, or a more urgent one</source>
        <translation>Las personas con ciertos hallazgos reciben cierto nivel, o uno más urgente</translation>
    </message>
    <message>
        <source>Certain leaves are only reached after certain questions</source>
        <translation>A ciertas hojas solo se llega después de ciertas preguntas</translation>
    </message>
    <message>
        <source>Certain leaves are reached within a number of questions</source>
        <translation>A ciertas hojas se llega con un número máximo de preguntas</translation>
    </message>
    <message>
        <source>Certain findings never make the result less urgent</source>
        <translation>Ciertos hallazgos nunca hacen el resultado menos urgente</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>What the rule says</source>
        <translation>Qué dice la regla</translation>
    </message>
    <message>
        <source>Each of these, by itself, never makes the result less urgent</source>
        <translation>Cada uno de estos, por sí solo, nunca hace el resultado menos urgente</translation>
    </message>
    <message>
        <source>any fall breaks the rule</source>
        <translation>cualquier bajada incumple la regla</translation>
    </message>
    <message>
        <source>only a fall below this level breaks the rule: {level}</source>
        <translation>solo incumple la regla una bajada por debajo de este nivel: {level}</translation>
    </message>
    <message>
        <source>How far it may not fall</source>
        <translation>Hasta dónde no puede bajar</translation>
    </message>
    <message>
        <source>Who is outside the rule</source>
        <translation>Quién queda fuera de la regla</translation>
    </message>
    <message>
        <source>Add a condition…</source>
        <translation>Añadir una enfermedad…</translation>
    </message>
    <message>
        <source>Add a finding…</source>
        <translation>Añadir un hallazgo…</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Añadir una fuente…</translation>
    </message>
    <message>
        <source>Made from its words, if left empty</source>
        <translation>Se forma a partir de sus palabras si se deja vacío</translation>
    </message>
    <message>
        <source>Add at least one finding that never makes the result less urgent.</source>
        <translation>Añada al menos un hallazgo que nunca haga el resultado menos urgente.</translation>
    </message>
    <message>
        <source>“{fact}” is in both lists. Remove it from one of them.</source>
        <translation>«{fact}» está en las dos listas. Quítelo de una de ellas.</translation>
    </message>
    <message>
        <source>Say of whom the exception is true, or remove it.</source>
        <translation>Diga de quién es cierta la excepción, o quítela.</translation>
    </message>
    <message>
        <source>Only among people of whom this is so (may be empty)</source>
        <translation>Solo entre personas en las que esto es así (puede quedar vacío)</translation>
    </message>
    <message>
        <source>If this is so of a person</source>
        <translation>Si esto es así en una persona</translation>
    </message>
    <message>
        <source>then every result is at least</source>
        <translation>entonces todo resultado es como mínimo</translation>
    </message>
    <message>
        <source>Every way to a leaf for one of these (any condition if none)</source>
        <translation>Todo camino hasta una hoja de una de estas (cualquier enfermedad si no hay ninguna)</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>exactamente</translation>
    </message>
    <message>
        <source>less urgent than</source>
        <translation>menos urgente que</translation>
    </message>
    <message>
        <source>whose level is</source>
        <translation>cuyo nivel es</translation>
    </message>
    <message>
        <source>this level</source>
        <translation>este nivel</translation>
    </message>
    <message>
        <source>asks about all of these</source>
        <translation>pregunta por todas estas</translation>
    </message>
    <message>
        <source>asks at most so many questions</source>
        <translation>hace como mucho este número de preguntas</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Con sus propias palabras</translation>
    </message>
    <message>
        <source>The words above are printed, if left empty</source>
        <translation>Si se deja vacío, se imprimen las palabras de arriba</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
</context>
<context>
    <name>RulesJoin</name>
    <message>
        <source>remove safety rule {name}</source>
        <translation>quitar la regla de seguridad {name}</translation>
    </message>
</context>
<context>
    <name>RulesPanel</name>
    <message>
        <source>Checking…</source>
        <translation>Revisando…</translation>
    </message>
    <message>
        <source>&amp;Add a rule…</source>
        <translation>Añadi&amp;r una regla…</translation>
    </message>
    <message>
        <source>Safety rules</source>
        <translation>Reglas de seguridad</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>Shortest path that breaks the rule</source>
        <translation>El camino más corto que incumple la regla</translation>
    </message>
    <message>
        <source>The chosen rule</source>
        <translation>La regla elegida</translation>
    </message>
    <message>
        <source>Rules: {n} broken</source>
        <translation>Reglas: {n} incumplidas</translation>
    </message>
    <message>
        <source>Rules: {n} not decided</source>
        <translation>Reglas: {n} sin decidir</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>Reglas…</translation>
    </message>
    <message>
        <source>Rules {n} ok</source>
        <translation>Reglas: {n} bien</translation>
    </message>
    <message>
        <source>No rules yet</source>
        <translation>Aún no hay reglas</translation>
    </message>
    <message>
        <source>Broken: {broken} of {all}</source>
        <translation>Incumplidas: {broken} de {all}</translation>
    </message>
    <message>
        <source>Not decided: {n} of {all}</source>
        <translation>Sin decidir: {n} de {all}</translation>
    </message>
    <message>
        <source>All {all} hold</source>
        <translation>Se cumplen las {all}</translation>
    </message>
    <message>
        <source>Holds, and would hold without some of its conditions</source>
        <translation>Se cumple, y se cumpliría sin algunas de sus condiciones</translation>
    </message>
    <message>
        <source>Too narrow</source>
        <translation>Muy estrecha</translation>
    </message>
    <message>
        <source>The less urgent result:</source>
        <translation>El resultado menos urgente:</translation>
    </message>
    <message>
        <source>The more urgent result:</source>
        <translation>El resultado más urgente:</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Se cumple</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Incumplida</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>Sin decidir</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Aún sin comprobar</translation>
    </message>
    <message>
        <source>Choose a rule to see whether it holds, and how it is broken.</source>
        <translation>Elija una regla para ver si se cumple, y cómo se incumple.</translation>
    </message>
    <message>
        <source>{rule}

It holds for every walk that some person could take.</source>
        <translation>{rule}

Se cumple en todo recorrido que una persona podría hacer.</translation>
    </message>
    <message>
        <source>Not decided.</source>
        <translation>Sin decidir.</translation>
    </message>
    <message>
        <source>{rule}

These two people differ only in one fact: {fact}</source>
        <translation>{rule}

Estas dos personas se diferencian solo en un hecho: {fact}</translation>
    </message>
    <message>
        <source>{rule}

This is the shortest walk that breaks it:</source>
        <translation>{rule}

Este es el recorrido más corto que la incumple:</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Save the tree</source>
        <translation>Guardar el árbol</translation>
    </message>
    <message>
        <source>Trees (*.json)</source>
        <translation>Árboles (*.json)</translation>
    </message>
    <message>
        <source>The translations of this tree are saved beside it.</source>
        <translation>Las traducciones de este árbol se guardan a su lado.</translation>
    </message>
    <message>
        <source>Saving {name}…</source>
        <translation>Guardando {name}…</translation>
    </message>
    <message>
        <source>{name} is saved, but what it held before could not be kept: there is no room, or no permission, in {folder}. Until that is mended there are no earlier versions to go back to; keep copies of your own.</source>
        <translation>{name} está guardado, pero no se pudo conservar lo que contenía antes: no hay sitio o no hay permiso en {folder}. Hasta que se arregle no habrá versiones anteriores a las que volver; guarde sus propias copias.</translation>
    </message>
    <message>
        <source>{name} has other names on this disk.</source>
        <translation>{name} tiene otros nombres en este disco.</translation>
    </message>
    <message>
        <source>They keep what is in them now: saving writes under this name only.</source>
        <translation>Conservan lo que contienen ahora: solo se guarda con este nombre.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>{name} is still being saved, and that can no longer be stopped. Go on with your work: it counts as unsaved until the file is written. If that takes too long, save the tree under another name.</source>
        <translation>{name} se está guardando todavía y ya no se puede detener. Siga trabajando: los cambios cuentan como no guardados hasta que el archivo esté escrito. Si tarda demasiado, guarde el árbol con otro nombre.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Nobody is asked {question}: on every way to it the answer is known already.</source>
        <translation>A nadie se le pregunta {question}: por todos los caminos la respuesta ya se conoce antes.</translation>
    </message>
    <message>
        <source>The questions cannot start: {problem} Choose Edit to mend the tree.</source>
        <translation>Las preguntas no pueden empezar: {problem} Elija Editar para arreglar el árbol.</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Before and now, side by side</source>
        <translation>Antes y ahora, en paralelo</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
</context>
<context>
    <name>SignOffDialog</name>
    <message>
        <source>Sign off</source>
        <translation>Firmar</translation>
    </message>
    <message>
        <source>You say with your name that you have reviewed every question, leaf, rule and case of this tree as it is now. Any later edit shows it as changed since your review, on every screen, print and export.</source>
        <translation>Usted dice con su nombre que ha revisado cada pregunta, hoja, regla y caso de este árbol como está ahora. Cualquier cambio posterior lo muestra como cambiado desde su revisión, en cada pantalla, impresión y exportación.</translation>
    </message>
    <message>
        <source>What the safety &amp;rules promise</source>
        <translation>Lo que prometen las &amp;reglas de seguridad</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Profesión</translation>
    </message>
    <message>
        <source>Such as: general practitioner</source>
        <translation>Por ejemplo: médico de familia</translation>
    </message>
    <message>
        <source>Reviewed on</source>
        <translation>Revisado el</translation>
    </message>
    <message>
        <source>Next review by</source>
        <translation>Próxima revisión antes del</translation>
    </message>
    <message>
        <source>The tree is still being checked. Wait until it is done.</source>
        <translation>Todavía se está comprobando el árbol. Espere a que termine.</translation>
    </message>
    <message>
        <source>This tree cannot be signed yet. {reasons}.</source>
        <translation>Este árbol aún no se puede firmar. {reasons}.</translation>
    </message>
    <message>
        <source>The next review must be on a day that is still to come.</source>
        <translation>La próxima revisión tiene que ser en un día que aún no haya llegado.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ir allí</translation>
    </message>
</context>
<context>
    <name>SinceReview</name>
    <message>
        <source>A rule is broken</source>
        <translation>Se rompe una regla</translation>
    </message>
    <message>
        <source>A rule is not decided</source>
        <translation>Una regla queda sin decidir</translation>
    </message>
    <message>
        <source>A rule was removed</source>
        <translation>Se quitó una regla</translation>
    </message>
    <message>
        <source>A rule is new or changed</source>
        <translation>Una regla nueva o cambiada</translation>
    </message>
    <message>
        <source>Can now lower a result</source>
        <translation>Ahora puede bajar un resultado</translation>
    </message>
    <message>
        <source>A case is less urgent</source>
        <translation>Un caso es menos urgente</translation>
    </message>
    <message>
        <source>A case ends elsewhere</source>
        <translation>Un caso termina en otro sitio</translation>
    </message>
    <message>
        <source>With only this, another result</source>
        <translation>Solo con esto, otro resultado</translation>
    </message>
    <message>
        <source>Another urgency</source>
        <translation>Otra urgencia</translation>
    </message>
    <message>
        <source>Removed from the map</source>
        <translation>Quitado del mapa</translation>
    </message>
    <message>
        <source>New on the map</source>
        <translation>Nuevo en el mapa</translation>
    </message>
    <message>
        <source>Leads elsewhere</source>
        <translation>Lleva a otro sitio</translation>
    </message>
    <message>
        <source>Text changed</source>
        <translation>Texto cambiado</translation>
    </message>
    <message>
        <source>Something else changed</source>
        <translation>Cambió otra cosa</translation>
    </message>
    <message>
        <source>{high} to {low}</source>
        <translation>de {high} a {low}</translation>
    </message>
    <message>
        <source>No result</source>
        <translation>Sin resultado</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiado</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Quitado</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Con otro identificador</translation>
    </message>
    <message>
        <source>Before: {text}</source>
        <translation>Antes: {text}</translation>
    </message>
    <message>
        <source>Now: {text}</source>
        <translation>Ahora: {text}</translation>
    </message>
    <message>
        <source>It is no longer in the tree.</source>
        <translation>Ya no está en el árbol.</translation>
    </message>
</context>
<context>
    <name>SinceReviewJoin</name>
    <message>
        <source>No review is recorded, so there is nothing to compare with. Sign off once somebody has reviewed the tree, or choose an earlier file.</source>
        <translation>No consta ninguna revisión, así que no hay con qué comparar. Firme cuando alguien haya revisado el árbol o elija un archivo anterior.</translation>
    </message>
    <message>
        <source>The tree that {by} reviewed on {on} is not on this computer. Ask for that file and choose it here: it is recognised by its content.</source>
        <translation>El árbol que revisó {by} el {on} no está en este ordenador. Pida ese archivo y elíjalo aquí: se reconoce por su contenido.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparando…</translation>
    </message>
    <message>
        <source>Since {by}, {role}, reviewed the tree on {on}: {told}</source>
        <translation>Desde que {by}, {role}, revisó el árbol el {on}: {told}</translation>
    </message>
    <message>
        <source>Nothing has changed since {by}, {role}, reviewed the tree on {on}.</source>
        <translation>Nada ha cambiado desde que {by}, {role}, revisó el árbol el {on}.</translation>
    </message>
    <message>
        <source>Compared with the chosen file: {told}</source>
        <translation>Comparado con el archivo elegido: {told}</translation>
    </message>
    <message>
        <source>Rules, and what can lower a result, are being checked…</source>
        <translation>Se están comprobando las reglas y lo que puede bajar un resultado…</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 cambio</translation>
    </message>
    <message>
        <source>{n} changes, the gravest first</source>
        <translation>{n} cambios, lo más grave primero</translation>
    </message>
    <message>
        <source>Choose the file that was reviewed</source>
        <translation>Elija el archivo que se revisó</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Leyendo {name}…</translation>
    </message>
    <message>
        <source>It is not what {by} reviewed: its content is another.</source>
        <translation>No es lo que revisó {by}: su contenido es otro.</translation>
    </message>
</context>
<context>
    <name>SinceReviewPanel</name>
    <message>
        <source>&amp;Choose the reviewed file…</source>
        <translation>Elegir el archivo revi&amp;sado…</translation>
    </message>
    <message>
        <source>What changed since the review</source>
        <translation>Qué ha cambiado desde la revisión</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Efecto</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Pain behind the knee</source>
        <translation>Dolor detrás de la rodilla</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>For example: Pain behind the knee</source>
        <translation>Por ejemplo: Dolor detrás de la rodilla</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>What the questions are for</source>
        <translation>Para qué son las preguntas</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>Botón</translation>
    </message>
    <message>
        <source>For example: Check my knee</source>
        <translation>Por ejemplo: Revisar mi rodilla</translation>
    </message>
    <message>
        <source>Check my knee</source>
        <translation>Revisar mi rodilla</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Dibujo</translation>
    </message>
    <message>
        <source>Answer some questions to see how soon to get help, what may be causing the pain, and why. “You” always means the person with the pain.</source>
        <translation>Responda a unas preguntas para saber con qué urgencia necesita atención, qué puede causar el dolor y por qué. «Usted» es siempre la persona que tiene el dolor.</translation>
    </message>
    <message>
        <source>This is not a diagnosis and does not replace a doctor. Nothing you answer leaves this computer.</source>
        <translation>Esto no es un diagnóstico y no sustituye al médico. Nada de lo que responda sale de este equipo.</translation>
    </message>
    <message>
        <source>&amp;What this is for, and what it is not</source>
        <translation>Para &amp;qué sirve esto, y para qué no</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Empezar</translation>
    </message>
    <message>
        <source>Start &amp;again</source>
        <translation>&amp;Empezar de nuevo</translation>
    </message>
    <message>
        <source>Call emergency services (999, or your local number) for breathlessness, chest pain or collapse. Call them too for a cold or numb foot, or a leg that is bent out of shape.</source>
        <translation>Llame a emergencias (112, 911 o su número local) si le falta el aire, le duele el pecho, o se desmaya o se desploma. Llame también si tiene el pie frío, o dormido, sin sensibilidad, o la pierna deformada.</translation>
    </message>
    <message>
        <source>&amp;Back to my answers</source>
        <translation>Volver a mis &amp;respuestas</translation>
    </message>
    <message>
        <source>&amp;Open a tree…</source>
        <translation>A&amp;brir un árbol…</translation>
    </message>
    <message>
        <source>Edit the &amp;questions</source>
        <translation>Editar las &amp;preguntas</translation>
    </message>
    <message>
        <source>In an emergency, call {number} now.</source>
        <translation>En una emergencia, llame ahora al {number}.</translation>
    </message>
    <message>
        <source>In an emergency, call your local emergency number now.</source>
        <translation>En una emergencia, llame ahora a su número local de emergencias.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Seguir</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
</context>
<context>
    <name>SvgField</name>
    <message>
        <source>Choose an SVG file…</source>
        <translation>Elegir un archivo SVG…</translation>
    </message>
    <message>
        <source>Paste SVG</source>
        <translation>Pegar SVG</translation>
    </message>
    <message>
        <source>This picture cannot be used: {fault}.</source>
        <translation>Este dibujo no se puede usar: {fault}.</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Leyendo {name}…</translation>
    </message>
    <message>
        <source>This picture is larger than {n} KB. Make it simpler.</source>
        <translation>Este dibujo ocupa más de {n} KB. Simplifíquelo.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read as text. Choose an SVG file.</source>
        <translation>«{name}» no se puede leer como texto. Elija un archivo SVG.</translation>
    </message>
    <message>
        <source>The clipboard holds no text. Copy the SVG first.</source>
        <translation>El portapapeles no contiene texto. Copie antes el SVG.</translation>
    </message>
</context>
<context>
    <name>TargetField</name>
    <message>
        <source>Go to where it leads: {answer}</source>
        <translation>Ir adonde lleva: {answer}</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ir allí</translation>
    </message>
    <message>
        <source>No node is called that. Choose one from the list.</source>
        <translation>Ningún nodo se llama así. Elija uno de la lista.</translation>
    </message>
</context>
<context>
    <name>TextListField</name>
    <message>
        <source>{list}, {n} of {all}</source>
        <translation>{list}, {n} de {all}</translation>
    </message>
</context>
<context>
    <name>Titles</name>
    <message>
        <source>{name} (read-only)</source>
        <translation>{name} (solo lectura)</translation>
    </message>
</context>
<context>
    <name>TranslationForm</name>
    <message>
        <source>I&amp;t fits as it is</source>
        <translation>Está &amp;bien así</translation>
    </message>
    <message>
        <source>Show the ori&amp;ginal</source>
        <translation>Mostrar el ori&amp;ginal</translation>
    </message>
    <message>
        <source>Texts of the entry</source>
        <translation>Textos de la entrada</translation>
    </message>
    <message>
        <source>The original has changed since. Mend the translation, then say that it fits.</source>
        <translation>El original ha cambiado desde entonces. Corrija la traducción y después diga que está bien.</translation>
    </message>
    <message>
        <source>Not every text is translated yet.</source>
        <translation>Aún no están traducidos todos los textos.</translation>
    </message>
    <message>
        <source>Not translated yet.</source>
        <translation>Aún sin traducir.</translation>
    </message>
    <message>
        <source>Translated.</source>
        <translation>Traducido.</translation>
    </message>
</context>
<context>
    <name>TranslationJoin</name>
    <message>
        <source>You can translate into {name}, but nobody can be asked in it yet: kneetree itself has no words in it.</source>
        <translation>Puede traducir a {name}, pero aún no se puede preguntar a nadie en ese idioma: el propio kneetree no tiene palabras en él.</translation>
    </message>
    <message>
        <source>There is a file {name} already that cannot be used. Mend it or move it away first.</source>
        <translation>Ya hay un archivo {name} que no se puede usar. Corríjalo o quítelo de ahí antes.</translation>
    </message>
    <message>
        <source>begin the language {name}</source>
        <translation>empezar el idioma {name}</translation>
    </message>
    <message>
        <source>Remove {name} from this tree?</source>
        <translation>¿Quitar {name} de este árbol?</translation>
    </message>
    <message>
        <source>All {n} translated texts are removed, and the problems found in them go too. Undo brings them back. When you save, the file of the language is moved to the earlier versions.</source>
        <translation>Se quitan los {n} textos traducidos y los problemas que se señalan en ellos. Con Deshacer vuelven. Al guardar, el archivo del idioma pasa a las versiones anteriores que se conservan.</translation>
    </message>
    <message>
        <source>Remove the language</source>
        <translation>Quitar el idioma</translation>
    </message>
    <message>
        <source>remove the language {name}</source>
        <translation>quitar el idioma {name}</translation>
    </message>
    <message>
        <source>translate {part} {name}</source>
        <translation>traducir {part} {name}</translation>
    </message>
    <message>
        <source>keep the translation of {part} {name}</source>
        <translation>mantener la traducción de {part} {name}</translation>
    </message>
</context>
<context>
    <name>TranslationPanel</name>
    <message>
        <source>Language to translate into</source>
        <translation>Idioma al que se traduce</translation>
    </message>
    <message>
        <source>&amp;Begin a language…</source>
        <translation>&amp;Empezar un idioma…</translation>
    </message>
    <message>
        <source>Remove this language…</source>
        <translation>Quitar este idioma…</translation>
    </message>
    <message>
        <source>Only &amp;what is left</source>
        <translation>Solo lo que &amp;falta</translation>
    </message>
    <message>
        <source>Find in both languages</source>
        <translation>Buscar en los dos idiomas</translation>
    </message>
    <message>
        <source>Previous text to translate</source>
        <translation>Texto anterior por traducir</translation>
    </message>
    <message>
        <source>Next text to translate</source>
        <translation>Siguiente texto por traducir</translation>
    </message>
    <message>
        <source>Texts and their translations</source>
        <translation>Textos y sus traducciones</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traducción</translation>
    </message>
    <message>
        <source>To the next text that is to be translated ({keys})</source>
        <translation>Al siguiente texto por traducir ({keys})</translation>
    </message>
    <message>
        <source>To the text before that is to be translated ({keys})</source>
        <translation>Al texto anterior por traducir ({keys})</translation>
    </message>
    <message>
        <source>The tree has one language. Begin another one to translate it.</source>
        <translation>El árbol tiene un solo idioma. Empiece otro para traducirlo.</translation>
    </message>
    <message>
        <source>All translated</source>
        <translation>Todo traducido</translation>
    </message>
    <message>
        <source>{n} of {all} left</source>
        <translation>Faltan {n} de {all}</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Anticuada</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Incompleta</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>Traducida</translation>
    </message>
</context>
<context>
    <name>TriageTable</name>
    <message>
        <source>The tree says →</source>
        <translation>El árbol dice →</translation>
    </message>
    <message>
        <source>Triage table: rows are the expected level, columns what the tree says</source>
        <translation>Tabla de triaje: las filas son el nivel esperado; las columnas, lo que dice el árbol</translation>
    </message>
    <message>
        <source>Expected ↓</source>
        <translation>Esperado ↓</translation>
    </message>
    <message>
        <source>Nothing is counted here yet: there are no cases.</source>
        <translation>Aquí aún no se cuenta nada: no hay casos.</translation>
    </message>
    <message>
        <source>Nothing is counted here yet: no case says its best level. Choose it in the form of a case.</source>
        <translation>Aquí aún no se cuenta nada: ningún caso dice cuál es su mejor nivel. Elíjalo en el formulario de un caso.</translation>
    </message>
    <message>
        <source>A number is how many cases come out there; a dot means none.</source>
        <translation>Cada número indica cuántos casos hay en esa casilla; un punto significa ninguno.</translation>
    </message>
    <message>
        <source>1 case is not counted, since it does not say its best level.</source>
        <translation>No se cuenta 1 caso porque no dice cuál es su mejor nivel.</translation>
    </message>
    <message>
        <source>{n} cases are not counted, since they do not say their best level.</source>
        <translation>No se cuentan {n} casos porque no dicen cuál es su mejor nivel.</translation>
    </message>
    <message>
        <source>{n}, too late</source>
        <translation>{n}, demasiado tarde</translation>
    </message>
    <message>
        <source>{n}, {under} too late</source>
        <translation>{n}, {under} demasiado tarde</translation>
    </message>
</context>
<context>
    <name>Unkept</name>
    <message>
        <source>What you choose, such as colours and text size, is forgotten when you close kneetree: {path} cannot be written.</source>
        <translation>Lo que elija, como los colores y el tamaño del texto, se olvidará al cerrar kneetree: no se puede escribir en {path}.</translation>
    </message>
</context>
<context>
    <name>UrgencyTrial</name>
    <message>
        <source>{step}; warnings moved to “{heading}”: {n}</source>
        <translation>{step}; advertencias que pasan a «{heading}»: {n}</translation>
    </message>
    <message>
        <source>1 warning was less urgent than this and has moved to “{heading}”. Check that it belongs there. A lower level, or Undo, puts it back.</source>
        <translation>1 advertencia era menos urgente que este nivel y ha pasado a «{heading}». Compruebe que ese es su sitio. Un nivel más bajo, o Deshacer, la devuelve a su lugar.</translation>
    </message>
    <message>
        <source>{n} warnings were less urgent than this and have moved to “{heading}”. Check that they belong there. A lower level, or Undo, puts them back.</source>
        <translation>{n} advertencias eran menos urgentes que este nivel y han pasado a «{heading}». Compruebe que ese es su sitio. Un nivel más bajo, o Deshacer, las devuelve a su lugar.</translation>
    </message>
</context>
<context>
    <name>UseBar</name>
    <message>
        <source>Make a copy for this place</source>
        <translation>Hacer una copia para este sitio</translation>
    </message>
</context>
<context>
    <name>UsesButton</name>
    <message>
        <source>Where it is used</source>
        <translation>Dónde se usa</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>y {n} más</translation>
    </message>
    <message>
        <source>Show it in the library</source>
        <translation>Mostrarlo en la biblioteca</translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message>
        <source>connect what follows {node}</source>
        <translation>conectar lo que sigue a {node}</translation>
    </message>
    <message>
        <source>connect {answer} of {node}</source>
        <translation>conectar {answer} de {node}</translation>
    </message>
    <message>
        <source>After {node} comes</source>
        <translation>Después de {node} viene</translation>
    </message>
    <message>
        <source>{answer} of {node} leads to</source>
        <translation>{answer} de {node} lleva a</translation>
    </message>
    <message>
        <source>{title} (after {answer} of {node})</source>
        <translation>{title} (tras {answer} de {node})</translation>
    </message>
    <message>
        <source>insert {kind} after {node}</source>
        <translation>insertar {kind} después de {node}</translation>
    </message>
    <message>
        <source>insert {kind} on {answer} of {node}</source>
        <translation>insertar {kind} en {answer} de {node}</translation>
    </message>
    <message>
        <source>Write this one first; Enter then goes on with the next.</source>
        <translation>Escriba primero esta; después Intro pasa a la siguiente.</translation>
    </message>
    <message>
        <source>add {kind} after {node}</source>
        <translation>añadir {kind} después de {node}</translation>
    </message>
    <message>
        <source>add {kind} at {answer} of {node}</source>
        <translation>añadir {kind} en {answer} de {node}</translation>
    </message>
    <message>
        <source>question</source>
        <translation>pregunta</translation>
    </message>
    <message>
        <source>question that is there already</source>
        <translation>pregunta que ya existe</translation>
    </message>
    <message>
        <source>list</source>
        <translation>lista</translation>
    </message>
    <message>
        <source>list that collects</source>
        <translation>lista que recoge</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>decisión</translation>
    </message>
    <message>
        <source>leaf</source>
        <translation>hoja</translation>
    </message>
    <message>
        <source>There is no question yet that could be asked again.</source>
        <translation>Aún no hay ninguna pregunta que se pueda volver a hacer.</translation>
    </message>
    <message>
        <source>Which question is to be asked here?</source>
        <translation>¿Qué pregunta se debe hacer aquí?</translation>
    </message>
    <message>
        <source>New: {text}</source>
        <translation>Nuevo: {text}</translation>
    </message>
    <message>
        <source>Which number is to be asked here?</source>
        <translation>¿Qué número se debe preguntar aquí?</translation>
    </message>
    <message>
        <source>delete {node}</source>
        <translation>eliminar {node}</translation>
    </message>
    <message>
        <source>delete {n} nodes</source>
        <translation>eliminar {n} nodos</translation>
    </message>
    <message>
        <source>{choice} (boxes that go too: {n})</source>
        <translation>{choice} (cajas que también se borran: {n})</translation>
    </message>
    <message>
        <source>delete {node}, keep its Yes</source>
        <translation>eliminar {node} y conservar su Sí</translation>
    </message>
    <message>
        <source>delete {node}, keep its No</source>
        <translation>eliminar {node} y conservar su No</translation>
    </message>
    <message>
        <source>delete {node} and what is below</source>
        <translation>eliminar {node} y lo que hay debajo</translation>
    </message>
    <message>
        <source>delete {node} with its texts</source>
        <translation>eliminar {node} con sus textos</translation>
    </message>
    <message>
        <source>This also deletes a box that can only be reached from there: {names}.</source>
        <translation>Esto borra también una caja a la que solo se llega desde ahí: {names}.</translation>
    </message>
    <message>
        <source>This also deletes {n} boxes that can only be reached from there: {names}.</source>
        <translation>Esto borra también {n} cajas a las que solo se llega desde ahí: {names}.</translation>
    </message>
    <message>
        <source>This also deletes {n} boxes that can only be reached from there: {names}, and others.</source>
        <translation>Esto borra también {n} cajas a las que solo se llega desde ahí: {names}, y otras.</translation>
    </message>
    <message>
        <source>More is deleted</source>
        <translation>Se borra más</translation>
    </message>
    <message>
        <source>Nothing uses these any more: {names}; and {n} more. They stay in the library.</source>
        <translation>Ya nada los usa: {names}; y {n} más. Se quedan en la biblioteca.</translation>
    </message>
    <message>
        <source>Nothing uses this any more: {names}. It stays in the library.</source>
        <translation>Ya nada lo usa: {names}. Se queda en la biblioteca.</translation>
    </message>
    <message>
        <source>Nothing uses these any more: {names}. They stay in the library.</source>
        <translation>Ya nada los usa: {names}. Se quedan en la biblioteca.</translation>
    </message>
    <message>
        <source>Keep its Yes: {node}</source>
        <translation>Conservar su Sí: {node}</translation>
    </message>
    <message>
        <source>Keep its No: {node}</source>
        <translation>Conservar su No: {node}</translation>
    </message>
    <message>
        <source>Keep what follows: {node}</source>
        <translation>Conservar lo que sigue: {node}</translation>
    </message>
    <message>
        <source>Delete all that only it leads to</source>
        <translation>Eliminar todo a lo que solo ella lleva</translation>
    </message>
    <message>
        <source>Delete {node}? What leads to it will lead to what stays.</source>
        <translation>¿Eliminar {node}? Lo que lleva a él llevará a lo que se conserva.</translation>
    </message>
    <message>
        <source>Delete {kind}</source>
        <translation>Eliminar {kind}</translation>
    </message>
    <message>
        <source>swap Yes and No of {node}</source>
        <translation>intercambiar Sí y No de {node}</translation>
    </message>
    <message>
        <source>turn {node} into a question</source>
        <translation>convertir {node} en pregunta</translation>
    </message>
    <message>
        <source>turn {node} into a leaf</source>
        <translation>convertir {node} en hoja</translation>
    </message>
    <message>
        <source>let {node} branch</source>
        <translation>hacer que {node} se bifurque</translation>
    </message>
    <message>
        <source>To its Yes: {node}</source>
        <translation>A su Sí: {node}</translation>
    </message>
    <message>
        <source>To its No: {node}</source>
        <translation>A su No: {node}</translation>
    </message>
    <message>
        <source>Where is {node} to lead once it only collects? What only the other answer led to goes.</source>
        <translation>¿Adónde debe llevar {node} cuando solo recoja? Se elimina aquello a lo que solo llevaba la otra respuesta.</translation>
    </message>
    <message>
        <source>Only collect the answers</source>
        <translation>Solo recoger las respuestas</translation>
    </message>
    <message>
        <source>let {node} only collect</source>
        <translation>hacer que {node} solo recoja</translation>
    </message>
    <message>
        <source>decide after {node}</source>
        <translation>decidir después de {node}</translation>
    </message>
    <message>
        <source>cut {node}</source>
        <translation>cortar {node}</translation>
    </message>
    <message>
        <source>Copied: {n}</source>
        <translation>Copiado: {n}</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>pegar</translation>
    </message>
    <message>
        <source>duplicate {node}</source>
        <translation>duplicar {node}</translation>
    </message>
    <message>
        <source>duplicate {node} with all below: {n}</source>
        <translation>duplicar {node} con todo lo de abajo: {n}</translation>
    </message>
    <message>
        <source>Rename the id</source>
        <translation>Cambiar el identificador</translation>
    </message>
    <message>
        <source>Id of {node}</source>
        <translation>Identificador de {node}</translation>
    </message>
    <message>
        <source>rename {old} to {new}</source>
        <translation>cambiar el nombre de {old} a {new}</translation>
    </message>
    <message>
        <source>start with {node}</source>
        <translation>empezar por {node}</translation>
    </message>
    <message>
        <source>New region</source>
        <translation>Región nueva</translation>
    </message>
    <message>
        <source>What do the selected boxes have in common?</source>
        <translation>¿Qué tienen en común los recuadros seleccionados?</translation>
    </message>
    <message>
        <source>Give the region a title.</source>
        <translation>Ponga un título a la región.</translation>
    </message>
    <message>
        <source>add region &apos;{title}&apos;</source>
        <translation>añadir la región «{title}»</translation>
    </message>
    <message>
        <source>take nodes out of region &apos;{title}&apos;</source>
        <translation>sacar nodos de la región «{title}»</translation>
    </message>
    <message>
        <source>take nodes out of {n} regions</source>
        <translation>sacar nodos de {n} regiones</translation>
    </message>
    <message>
        <source>move {node}</source>
        <translation>mover {node}</translation>
    </message>
    <message>
        <source>move {n} boxes</source>
        <translation>mover {n} recuadros</translation>
    </message>
    <message>
        <source>The map is tidy already.</source>
        <translation>El mapa ya está ordenado.</translation>
    </message>
    <message>
        <source>tidy the map</source>
        <translation>ordenar el mapa</translation>
    </message>
    <message>
        <source>Nothing else led to the empty result after {node}: it is gone. Undo brings it back.</source>
        <translation>Nada más llevaba al resultado vacío que seguía a {node}: se ha quitado. Deshacer lo recupera.</translation>
    </message>
    <message>
        <source>Nothing else led to the empty result at {answer} of {node}: it is gone. Undo brings it back.</source>
        <translation>Nada más llevaba al resultado vacío en {answer} de {node}: se ha quitado. Deshacer lo recupera.</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>The editor is being opened…</source>
        <translation>Se está abriendo el editor…</translation>
    </message>
</context>
<context>
    <name>WhatWasSaid</name>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change: {question} {answer}</source>
        <translation>Cambiar: {question} {answer}</translation>
    </message>
</context>
<context>
    <name>YearField</name>
    <message>
        <source>Write a year in four digits, like 2020, or leave it empty.</source>
        <translation>Escriba el año con cuatro cifras, como 2020, o déjelo vacío.</translation>
    </message>
</context>
<context>
    <name>_Box</name>
    <message>
        <source>{question} {answer}. Change</source>
        <translation>{question} {answer}. Cambiar</translation>
    </message>
    <message>
        <source>Change this answer</source>
        <translation>Cambiar esta respuesta</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>Except where this is so of a person</source>
        <translation>Salvo si esto es así en una persona</translation>
    </message>
    <message>
        <source>Why that is right</source>
        <translation>Por qué eso es correcto</translation>
    </message>
    <message>
        <source>For example: Unchanged for years after an old clot</source>
        <translation>Por ejemplo: Sin cambios durante años tras un coágulo antiguo</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Añadir una fuente…</translation>
    </message>
    <message>
        <source>Remove this exception</source>
        <translation>Quitar esta excepción</translation>
    </message>
</context>
<context>
    <name>_CaseEditing</name>
    <message>
        <source>{level}: {leaf} (right)</source>
        <translation>{level}: {leaf} (correcto)</translation>
    </message>
    <message>
        <source>{level}: {leaf} (under-triage)</source>
        <translation>{level}: {leaf} (menos urgente de lo debido)</translation>
    </message>
    <message>
        <source>{level}: {leaf} (over-triage)</source>
        <translation>{level}: {leaf} (más urgente de lo debido)</translation>
    </message>
    <message>
        <source>{level}: {leaf} (nothing expected yet)</source>
        <translation>{level}: {leaf} (aún no se espera nada)</translation>
    </message>
    <message>
        <source>add case {name}</source>
        <translation>añadir el caso {name}</translation>
    </message>
    <message>
        <source>edit case {name}</source>
        <translation>editar el caso {name}</translation>
    </message>
</context>
<context>
    <name>_CountRow</name>
    <message>
        <source>True</source>
        <translation>Cierto</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Falso</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>{fact}: counts when</source>
        <translation>{fact}: cuenta cuando</translation>
    </message>
    <message>
        <source>{fact}: points</source>
        <translation>{fact}: puntos</translation>
    </message>
    <message>
        <source>Remove: {fact}</source>
        <translation>Quitar: {fact}</translation>
    </message>
</context>
<context>
    <name>_Replacing</name>
    <message>
        <source>Write a part of its text</source>
        <translation>Escriba una parte de su texto</translation>
    </message>
    <message>
        <source>Everywhere use this instead:</source>
        <translation>En todas partes usar en su lugar:</translation>
    </message>
    <message>
        <source>and delete the old one</source>
        <translation>y eliminar el antiguo</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Sustituir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>_RuleEditing</name>
    <message>
        <source>This holds now.</source>
        <translation>Ahora se cumple.</translation>
    </message>
    <message>
        <source>This could not be decided: {reason}</source>
        <translation>Esto no se pudo decidir: {reason}</translation>
    </message>
    <message>
        <source>This is broken now: one person ends in {leaf}, the same with other {fact} in {other}.</source>
        <translation>Esto se incumple ahora: una persona acaba en {leaf}, la misma con otro valor de {fact} en {other}.</translation>
    </message>
    <message>
        <source>This is broken now: the shortest walk has 1 question and ends in {leaf}.</source>
        <translation>Ahora se incumple: el recorrido más corto tiene 1 pregunta y termina en {leaf}.</translation>
    </message>
    <message>
        <source>This is broken now: the shortest walk has {n} questions and ends in {leaf}.</source>
        <translation>Ahora se incumple: el recorrido más corto tiene {n} preguntas y acaba en {leaf}.</translation>
    </message>
    <message>
        <source>add safety rule {name}</source>
        <translation>añadir la regla de seguridad {name}</translation>
    </message>
    <message>
        <source>edit safety rule {name}</source>
        <translation>editar la regla de seguridad {name}</translation>
    </message>
</context>
<context>
    <name>_Several</name>
    <message>
        <source>{n} selected</source>
        <translation>{n} seleccionados</translation>
    </message>
</context>
<context>
    <name>_Signing</name>
    <message>
        <source>Errors: {n}</source>
        <translation>Errores: {n}</translation>
    </message>
    <message>
        <source>No errors; warnings: {n}</source>
        <translation>Sin errores; avisos: {n}</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Errors: {n}, all in the translation into {names}. Finish it, or remove the language</source>
        <translation>Errores: {n}, todos en la traducción a {names}. Termínela o quite el idioma</translation>
    </message>
    <message>
        <source>Errors: {n}, of which in the translation into {names}: {m}</source>
        <translation>Errores: {n}; de ellos, en la traducción a {names}: {m}</translation>
    </message>
    <message>
        <source>Rules broken: {n}</source>
        <translation>Reglas incumplidas: {n}</translation>
    </message>
    <message>
        <source>Rules not decided: {n}</source>
        <translation>Reglas sin decidir: {n}</translation>
    </message>
    <message>
        <source>All rules hold: {n}</source>
        <translation>Se cumplen todas las reglas: {n}</translation>
    </message>
    <message>
        <source>Rules: none</source>
        <translation>Reglas: ninguna</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>Cases under-triaged: {n}</source>
        <translation>Casos menos urgentes de lo debido: {n}</translation>
    </message>
    <message>
        <source>No case is under-triaged; cases: {n}</source>
        <translation>Ningún caso es menos urgente de lo debido; casos: {n}</translation>
    </message>
    <message>
        <source>Cases: none</source>
        <translation>Casos: ninguno</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>sign off by {name}</source>
        <translation>firma de {name}</translation>
    </message>
</context>
</TS>
